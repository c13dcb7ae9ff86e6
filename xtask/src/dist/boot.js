// Loads the app. When that fails no app is there to say so, and the fault page in index.html is
// shown from here; a panic has shown it already, with its own words.
import start from './app.js';

start({ module_or_path: new URL('./MODULE', import.meta.url) }).catch((reason) => {
  const root = document.documentElement;
  if (root.dataset.app !== 'failed') {
    root.dataset.app = 'failed';
    document.getElementById('app')?.setAttribute('hidden', '');
    const report = document.getElementById('fault-report');
    if (report) {
      report.value = `Address: ${location.href}\nBrowser: ${navigator.userAgent}\nFault: the app did not load: ${reason}`;
    }
    document.getElementById('fault-reload')?.setAttribute('href', location.href);
    document.getElementById('fault')?.removeAttribute('hidden');
    document.getElementById('fault')?.focus();
  }
  throw reason;
});
