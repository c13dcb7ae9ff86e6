// Puts the explorer into a page and keeps its frame as high as its content:
//   <script src="https://…/embed.js" data-area="…" data-figure="…" async></script>
// Every data- attribute becomes part of the link. Nothing is stored or sent.
(() => {
  const script = document.currentScript;
  const address = new URL('./', script.src);
  for (const [name, value] of Object.entries(script.dataset)) {
    if (name !== 'title' && name !== 'height') address.searchParams.set(name, value);
  }
  address.searchParams.set('mode', 'embed');
  const frame = document.createElement('iframe');
  frame.src = address.href;
  frame.title = script.dataset.title ?? 'Economic Roadmap Explorer';
  frame.loading = 'lazy';
  frame.allow = 'clipboard-write';
  frame.width = '100%';
  // Until the first message arrives, and for good in a page that blocks messages.
  frame.height = script.dataset.height ?? '720';
  frame.style.border = '0';
  const MOST_PX = 5000;
  addEventListener('message', (event) => {
    const { type, version, height_px: height } = event.data ?? {};
    const isOurs = event.source === frame.contentWindow && event.origin === address.origin;
    if (isOurs && type === 'roadmap:height' && version === 1 && height > 0) {
      frame.height = String(Math.min(Math.ceil(height), MOST_PX));
    }
  });
  script.after(frame);
})();
