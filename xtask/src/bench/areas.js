// Chooses one area after another as a reader would, then gives what the page measured meanwhile.
const [interactiveMark, areaMeasure, drawPrefix, areaList, changes, done] = arguments;
const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
const measures = (name) => performance.getEntriesByName(name, 'measure');
const longTasks = [];
let tells = false;
try {
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) longTasks.push(task);
  }).observe({ type: 'longtask', buffered: true });
  tells = PerformanceObserver.supportedEntryTypes.includes('longtask');
} catch { tells = false; }
const painted = () => new Promise((resolve) => {
  // A message sent from a frame's callback arrives after that frame has been painted.
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(null);
  });
});
const draws = () => performance.getEntriesByType('measure').filter((entry) => entry.name.startsWith(drawPrefix));
const run = async () => {
  const before = measures(areaMeasure).length;
  const list = document.querySelector(areaList);
  const values = list ? [...list.options].filter((option) => !option.disabled).map((option) => option.value) : [];
  const redraws = [];
  for (let change = 0; values.length > 1 && change < changes; change += 1) {
    const now = values.indexOf(list.value);
    const asked = performance.now();
    list.value = values[(now + 1) % values.length];
    list.dispatchEvent(new Event('input', { bubbles: true }));
    list.dispatchEvent(new Event('change', { bubbles: true }));
    await painted();
    await pause(60);
    const ends = draws().filter((entry) => entry.startTime >= asked).map((entry) => entry.startTime + entry.duration);
    if (ends.length > 0) redraws.push(Math.max(...ends) - asked);
  }
  await pause(200);
  const kinds = {};
  for (const entry of draws()) (kinds[entry.name.slice(drawPrefix.length)] ??= []).push(entry.duration);
  const interactive = performance.getEntriesByName(interactiveMark)[0]?.startTime ?? Infinity;
  done({
    areaChanges: measures(areaMeasure).slice(before).map((entry) => entry.duration),
    redraws,
    draws: kinds,
    longTasks: tells && Number.isFinite(interactive)
      ? longTasks.filter((task) => task.startTime > interactive).map((task) => task.duration)
      : null,
  });
};
run();
