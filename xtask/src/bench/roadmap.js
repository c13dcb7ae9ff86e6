// Types into the search over many actions, narrows them, and types into that over many entries.
const [searched, kept, done] = arguments;
const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
const find = (testid) => document.querySelector(`[data-testid="${testid}"]`);
const until = async (is) => {
  for (let wait = 0; wait < 1000 && !is(); wait += 1) await pause(10);
  return is();
};
const painted = () => new Promise((resolve) => {
  // A message sent from a frame's callback arrives after that frame has been painted.
  requestAnimationFrame(() => {
    const turn = performance.now();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve([turn, performance.now()]);
    port2.postMessage(null);
  });
});
const typed = async (box, all) => {
  const [worked, frames] = [[], []];
  for (const words of all) {
    await pause(30);
    const asked = performance.now();
    box.value = words;
    box.dispatchEvent(new Event(box.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
    const [turn, frame] = await painted();
    worked.push(turn - asked);
    frames.push(frame - asked);
  }
  return [worked, frames];
};
const run = async () => {
  if (!(await until(() => find('action-row')))) return done({});
  const search = await typed(find('roadmap-search'), searched);
  const places = [...find('filter-foundation').options].map((option) => option.value);
  const filter = await typed(find('filter-foundation'), [...places, ...places, ...places]);
  find('roadmap-workshop').click();
  if (!(await until(() => find('open-register')))) return done({ search, filter });
  const picked = new DataTransfer();
  picked.items.add(new File([kept], 'all.json'));
  find('open-register').files = picked.files;
  find('open-register').dispatchEvent(new Event('change', { bubbles: true }));
  await until(() => /\d,\d/.test(find('entries-count')?.textContent ?? ''));
  await pause(500);
  const entries = await typed(find('entry-search'), searched);
  done({
    searched: search[0], searchFrames: search[1], filtered: filter[0], filterFrames: filter[1],
    entries: entries[0], entryFrames: entries[1],
  });
};
run().catch((reason) => done({ fault: String(reason) }));
