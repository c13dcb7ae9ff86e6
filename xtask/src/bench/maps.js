// Pulls, points and changes levels on the map of small areas, and gives what that took.
const [pulls, points, switches, done] = arguments;
// The page keeps only the last measure of each name; an observer hears of all.
const measures = [];
new PerformanceObserver((list) => measures.push(...list.getEntries())).observe({ type: 'measure', buffered: true });
const testid = (id) => document.querySelector(`[data-testid="${id}"]`);
const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
const painted = () => new Promise((resolve) => {
  // A message sent from a frame's callback arrives after that frame has been painted.
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(performance.now());
    port2.postMessage(null);
  });
});
const spans = (name, from) => measures.filter((entry) => entry.name === name && entry.startTime >= from);
const until = async (what) => {
  for (let tries = 0; !what() && tries < 400; tries += 1) await pause(25);
};
const run = async () => {
  await until(() => testid('map-canvas'));
  await pause(1500);
  const canvas = testid('map-canvas');
  const box = canvas.getBoundingClientRect();
  const event = (kind, x, y) => canvas.dispatchEvent(new PointerEvent(kind, {
    bubbles: true, pointerId: 1, pointerType: 'mouse', clientX: box.left + x, clientY: box.top + y,
  }));
  const [width, height] = [box.width, box.height];
  // As in a hand: a circle around the middle, closer to the map than at first.
  testid('zoom-in').click();
  await pause(300);
  const started = performance.now();
  const frames = [];
  event('pointerdown', width / 2, height / 2);
  for (let pull = 1; pull <= pulls; pull += 1) {
    const turn = (pull / pulls) * 2 * Math.PI;
    const asked = performance.now();
    event('pointermove', width / 2 + 60 * Math.sin(turn), height / 2 + 60 * (1 - Math.cos(turn)));
    frames.push(await painted() - asked);
  }
  event('pointerup', width / 2, height / 2);
  await pause(200);
  const times = (name) => spans(name, started).map((entry) => entry.duration);
  const [drawn, placed] = [times('roadmap-draw-areas'), times('roadmap-place-areas')];
  // One after the other in the same area: nothing is drawn, so the time is the look-up's, the
  // event's included.
  event('pointermove', width / 2, height / 2);
  await painted();
  const asked = performance.now();
  for (let point = 0; point < points; point += 1) event('pointermove', width / 2 + point % 2, height / 2);
  const lookUp = (performance.now() - asked) / points;
  await pause(200);
  const pointed = performance.now();
  for (let row = 0; row < 40; row += 1) {
    event('pointermove', width * (0.3 + (row % 8) * 0.05), height * (0.3 + Math.floor(row / 8) * 0.08));
    await painted();
  }
  await pause(200);
  const shown = spans('roadmap-point', pointed).map((entry) => entry.duration);
  const levels = [];
  for (let turn = 0; turn < switches; turn += 1) {
    const button = testid(turn % 2 ? 'level-lsoa' : 'level-msoa');
    const asked = performance.now();
    button.click();
    await pause(400);
    const ends = spans('roadmap-draw-areas', asked).map((entry) => entry.startTime + entry.duration);
    if (ends.length > 0) levels.push(Math.min(...ends) - asked);
  }
  done({ frames, drawn, placed, lookUp: [lookUp], shown, levels });
};
run().catch((reason) => done({ fault: String(reason) }));
