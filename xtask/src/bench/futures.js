// Moves a lever as a reader's hand would, a step a frame, then lets go and waits for every draw.
const [steps, rests, centralRun, picture, drawPrefix, done] = arguments;
const measures = [];
new PerformanceObserver((list) => measures.push(...list.getEntries())).observe({ type: 'measure' });
const longTasks = [];
try {
  new PerformanceObserver((list) => longTasks.push(...list.getEntries())).observe({ type: 'longtask' });
} catch { /* The browser does not say. */ }
const until = async (is) => {
  for (let wait = 0; wait < 1000 && !is(); wait += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  return is();
};
const find = (testid) => document.querySelector(`[data-testid="${testid}"]`);
const words = () => find('draws')?.textContent ?? '';
const painted = () => new Promise((resolve) => {
  // A message sent from a frame's callback arrives after that frame has been painted.
  requestAnimationFrame(() => {
    const turn = performance.now();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve([turn, performance.now()]);
    port2.postMessage(null);
  });
});
const durations = (is) => measures.filter((entry) => is(entry.name)).map((entry) => entry.duration);
const run = async () => {
  await until(() => words().includes('1024'));
  const slider = document.querySelector('[data-testid="lever-housing"] input[type=range]');
  if (!slider) return done({});
  const say = (kind) => slider.dispatchEvent(new Event(kind, { bubbles: true }));
  const [worked, frames, first, whole] = [[], [], [], []];
  const middle = Number(slider.value);
  measures.length = 0;
  longTasks.length = 0;
  for (let step = 1; step <= steps; step += 1) {
    const asked = performance.now();
    slider.value = String(middle + Math.round(20 * Math.sin(step / 9)));
    say('input');
    const [turn, frame] = await painted();
    worked.push(turn - asked);
    frames.push(frame - asked);
  }
  const dragged = longTasks.map((task) => task.duration);
  for (let rest = 1; rest <= rests; rest += 1) {
    await until(() => words().includes('1024'));
    const asked = performance.now();
    slider.value = String(middle + rest);
    say('input');
    say('change');
    await until(() => !words().includes('1024'));
    const told = new Promise((resolve) => {
      new MutationObserver((_, observer) => {
        const now = performance.now() - asked;
        if (words().includes('rest on 64 ')) first.push(now);
        if (words().includes('1024')) { whole.push(now); observer.disconnect(); resolve(); }
      }).observe(find('draws'), { characterData: true, childList: true, subtree: true });
    });
    await Promise.race([told, new Promise((resolve) => setTimeout(resolve, 5000))]);
  }
  done({
    worked,
    frames,
    first,
    whole,
    central: durations((name) => name === centralRun),
    pictures: durations((name) => name === picture),
    drawn: durations((name) => name.startsWith(drawPrefix)),
    longTasks: dragged,
  });
};
run().catch((reason) => done({ fault: String(reason) }));
