// Chooses one area after another as a reader would, then gives what the page measured meanwhile.
const [interactiveMark, drawPrefix, areaList, changes, done] = arguments;
const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
// The page keeps only the last measure of each name; an observer hears of all.
const measures = [];
new PerformanceObserver((list) => measures.push(...list.getEntries())).observe({ type: 'measure', buffered: true });
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
    const turn = performance.now();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve([turn, performance.now()]);
    port2.postMessage(null);
  });
});
const draws = () => measures.filter((entry) => entry.name.startsWith(drawPrefix));
const lastEnd = (from, to) => {
  const ends = draws().filter((entry) => entry.startTime >= from).map((entry) => entry.startTime + entry.duration);
  return Math.max(-Infinity, ...ends.filter((end) => end <= to));
};
const run = async () => {
  const list = document.querySelector(areaList);
  const values = list ? [...list.options].filter((option) => !option.disabled).map((option) => option.value) : [];
  const [inSight, frames, everywhere] = [[], [], []];
  for (let change = 0; values.length > 1 && change < changes; change += 1) {
    const now = values.indexOf(list.value);
    const asked = performance.now();
    list.value = values[(now + 1) % values.length];
    list.dispatchEvent(new Event('input', { bubbles: true }));
    list.dispatchEvent(new Event('change', { bubbles: true }));
    const [turn, frame] = await painted();
    await pause(300);
    const [first, last] = [lastEnd(asked, turn), lastEnd(asked, Infinity)];
    if (!Number.isFinite(last)) continue;
    if (Number.isFinite(first)) inSight.push(first - asked);
    frames.push(frame - asked);
    everywhere.push(last - asked);
  }
  const kinds = {};
  for (const entry of draws()) (kinds[entry.name.slice(drawPrefix.length)] ??= []).push(entry.duration);
  const interactive = performance.getEntriesByName(interactiveMark)[0]?.startTime ?? Infinity;
  done({
    inSight,
    frames,
    everywhere,
    draws: kinds,
    longTasks: tells && Number.isFinite(interactive)
      ? longTasks.filter((task) => task.startTime > interactive).map((task) => task.duration)
      : null,
  });
};
run().catch((reason) => done({ fault: String(reason) }));
