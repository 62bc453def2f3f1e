// Service worker. It keeps the shell (styles, fonts, icons, script) and the last copy of the pages that the server allows.
/* global BUILD, SHELL: written in by the build */
const SHELL_CACHE = "langso-shell-" + BUILD;
const PAGE_CACHE = "langso-pages-" + BUILD; // a new build drops old pages: they name files of the old shell
const OFFLINE = "/offline";
const MOST_PAGES = 30;

self.addEventListener("install", (event) => event.waitUntil((async () => {
  const cache = await caches.open(SHELL_CACHE);
  await Promise.allSettled([...SHELL, OFFLINE].map((url) => cache.add(url)));
  await self.skipWaiting();
})()));

self.addEventListener("activate", (event) => event.waitUntil((async () => {
  const names = await caches.keys();
  await Promise.all(names.filter((n) => n.startsWith("langso-") && n !== SHELL_CACHE && n !== PAGE_CACHE).map((n) => caches.delete(n)));
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
  // The page that started us went past us: fetch it once more, so that the first visit is already kept.
  const open = await self.clients.matchAll({ type: "window" });
  await Promise.allSettled(open.map(async ({ url }) => {
    const answer = await fetch(url);
    if (mayKeep(answer)) await keep(url, answer);
  }));
})()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return; // posts always go to the network, never to a cache
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (url.pathname.startsWith("/assets/")) event.respondWith(asset(request));
});

async function asset(request) {
  const kept = await caches.match(request, { ignoreVary: true });
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.status === 200 && SHELL.includes(new URL(request.url).pathname)) {
    const copy = answer.clone();
    caches.open(SHELL_CACHE).then((cache) => cache.put(request, copy)).catch(() => {});
  }
  return answer;
}

async function page(event) {
  let answer;
  try {
    answer = (await event.preloadResponse) || (await fetch(event.request));
  } catch {
    return (await keptPage(event.request)) || (await caches.match(OFFLINE, { ignoreVary: true })) || Response.error();
  }
  if (answer.headers.get("X-Langso-Forget") === "1") event.waitUntil(caches.delete(PAGE_CACHE));
  else if (mayKeep(answer)) event.waitUntil(keep(event.request.url, answer.clone()));
  return answer;
}

const mayKeep = (answer) => answer.status === 200 && !answer.redirected && answer.headers.get("X-Langso-Keep") === "1";

async function keep(url, answer) {
  const headers = new Headers(answer.headers);
  ["Content-Encoding", "Content-Length", "Set-Cookie"].forEach((name) => headers.delete(name)); // the body here is already unpacked
  headers.set("X-Langso-Stored", new Date().toISOString());
  const body = await answer.blob();
  const cache = await caches.open(PAGE_CACHE);
  await cache.put(url, new Response(body, { headers }));
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - MOST_PAGES)).map((key) => cache.delete(key)));
}

/** The last copy, with a line that says when it was stored in place of the marker. */
async function keptPage(request) {
  const cache = await caches.open(PAGE_CACHE);
  const kept = await cache.match(request.url, { ignoreVary: true });
  if (!kept) return undefined;
  const html = await kept.text();
  const two = (number) => String(number).padStart(2, "0");
  const at = new Date(kept.headers.get("X-Langso-Stored"));
  const day = `${two(at.getDate())}/${two(at.getMonth() + 1)}`;
  const time = `${two(at.getHours())}:${two(at.getMinutes())}`;
  const stamp = `<time datetime="${at.toISOString()}">${day} ${time}</time>`;
  const text = /<html[^>]*\slang="en/i.test(html)
    ? `No network. This is the copy stored on ${stamp}.`
    : `Không có mạng. Đây là bản đã lưu lúc ${stamp}.`;
  const line = `<p class="ls-offline" role="status">${text}</p>`;
  return new Response(html.replace("<!--langso-offline-->", () => line), { headers: kept.headers });
}

// ---- notices: one per matter (the tag), so that a repeat replaces and does not pile up
self.addEventListener("push", (event) => event.waitUntil(show(event.data)));
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data));
});

async function show(data) {
  let notice = {};
  try { notice = data.json(); } catch { /* a push without content still has to be shown */ }
  const alarm = notice.urgency === "alarm";
  await self.registration.showNotification(notice.title || "Làng Số", {
    body: notice.body || "", tag: notice.tag || "langso", lang: notice.lang || "vi",
    renotify: alarm, requireInteraction: alarm, data: notice.url || "/notices",
  });
}

/** In a window that is open already, else in a new one; never outside of this site. */
async function open(path) {
  const url = new URL(path || "/notices", location.origin);
  if (url.origin !== location.origin) return;
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const shown = windows.find((window) => new URL(window.url).origin === location.origin);
  if (shown) {
    await shown.focus();
    if (await shown.navigate(url.href).catch(() => null)) return;
  }
  await self.clients.openWindow(url.href);
}
