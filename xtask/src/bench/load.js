// Waits for the page to be interactive, then gives the times of this load and its files' bytes.
const [interactiveMark, done] = arguments;
const settle = 300;
const patience = 10000;
const started = performance.now();
const entry = (name) => performance.getEntriesByName(name)[0]?.startTime ?? null;
let largest = null;
new PerformanceObserver((list) => {
  for (const paint of list.getEntries()) largest = paint.startTime;
}).observe({ type: 'largest-contentful-paint', buffered: true });
const finish = () => {
  const files = {};
  for (const file of [
    ...performance.getEntriesByType('navigation'),
    ...performance.getEntriesByType('resource'),
  ]) files[file.name] = (files[file.name] ?? 0) + file.encodedBodySize;
  done({
    firstPaint: entry('first-contentful-paint'),
    largestPaint: largest,
    interactive: entry(interactiveMark),
    files,
  });
};
const wait = () => {
  const late = performance.now() - started > patience;
  if (entry(interactiveMark) !== null || late) setTimeout(finish, settle);
  else setTimeout(wait, 20);
};
wait();
