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
const run = async () => {
  const before = measures(areaMeasure).length;
  const list = document.querySelector(areaList);
  const values = list ? [...list.options].filter((option) => !option.disabled).map((option) => option.value) : [];
  for (let change = 0; values.length > 1 && change < changes; change += 1) {
    const expected = measures(areaMeasure).length + 1;
    const now = values.indexOf(list.value);
    list.value = values[(now + 1) % values.length];
    list.dispatchEvent(new Event('input', { bubbles: true }));
    list.dispatchEvent(new Event('change', { bubbles: true }));
    for (let wait = 0; wait < 50 && measures(areaMeasure).length < expected; wait += 1) await pause(10);
    await pause(30);
  }
  await pause(200);
  const draws = {};
  for (const entry of performance.getEntriesByType('measure')) {
    if (!entry.name.startsWith(drawPrefix)) continue;
    (draws[entry.name.slice(drawPrefix.length)] ??= []).push(entry.duration);
  }
  const interactive = performance.getEntriesByName(interactiveMark)[0]?.startTime ?? Infinity;
  done({
    areaChanges: measures(areaMeasure).slice(before).map((entry) => entry.duration),
    draws,
    longTasks: tells && Number.isFinite(interactive)
      ? longTasks.filter((task) => task.startTime > interactive).map((task) => task.duration)
      : null,
  });
};
run();
