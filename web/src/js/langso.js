// Small helps on top of pages that work without them. No inline handlers, no eval, no style attributes.
const root = document.documentElement;
const english = root.lang.startsWith("en");
const words = english
  ? { copied: "Copied", notCopied: "Could not copy. Please select the text and copy it.", failed: "Not sent. Please check the network and try again." }
  : { copied: "Đã chép", notCopied: "Chưa chép được. Hãy chọn chữ rồi chép.", failed: "Chưa gửi được. Hãy kiểm tra mạng rồi thử lại." };

// ---- a short message that is seen and read aloud
const toast = document.createElement("p");
toast.className = "ls-toast";
toast.setAttribute("role", "status");
let toastTimer;
function say(text) {
  toast.textContent = "";
  clearTimeout(toastTimer);
  setTimeout(() => { toast.textContent = text; }, 50); // a change after the pause is announced even when the text is the same
  toastTimer = setTimeout(() => { toast.textContent = ""; }, 6000);
}

// ---- errors: the summary takes the focus
function focusErrors(within) {
  const summary = within.querySelector(".ds-error-summary");
  if (!summary) return;
  summary.tabIndex = -1;
  summary.focus();
}

// ---- selects and forms that send themselves
document.addEventListener("change", ({ target }) => {
  const form = target.form;
  if (!form || !(target.matches("select[data-autosubmit]") || form.matches("form[data-autosubmit]"))) return;
  if (!target.matches("select, [type=radio], [type=checkbox], [type=date], [type=month]")) return;
  // While a year is being typed the date is already valid: 0002, 0020, 0202.
  if (target.matches("[type=date], [type=month]") && target.value && target.value < "1900") return;
  form.requestSubmit();
});

// ---- one submission per form: later clicks wait for the first
const release = (form) => { form.removeAttribute("aria-busy"); delete form.dataset.sent; };
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.matches("form[data-forget]")) forgetPages();
  if (!form.matches("form[data-once]")) return;
  if (form.dataset.sent) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  form.dataset.sent = "1";
  form.setAttribute("aria-busy", "true");
  setTimeout(release, 15000, form); // the network failed or the answer was a file
}, true);
document.addEventListener("htmx:finally:request", ({ target }) => {
  const form = target.closest?.("form[data-once]");
  if (form) release(form);
});
addEventListener("pageshow", (event) => {
  if (event.persisted) document.querySelectorAll("form[data-sent]").forEach(release);
});
for (const name of ["htmx:error", "htmx:response:error"]) document.addEventListener(name, () => say(words.failed));

// ---- print and copy
document.addEventListener("click", (event) => {
  if (event.target.closest("button[data-print]")) print();
  const button = event.target.closest("[data-copy]");
  if (button) copy(button.dataset.copy).then((done) => say(done ? words.copied : words.notCopied));
});
/** Copies the text itself, or the text of the element when it starts with #. */
async function copy(what) {
  const element = what.startsWith("#") && document.getElementById(what.slice(1));
  const text = element ? (element.value ?? element.textContent).trim() : what;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch { // not allowed, or the page came over plain http
    const field = document.createElement("textarea");
    field.className = "ds-sr-only";
    field.readOnly = true;
    field.value = text;
    const focus = document.activeElement;
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    focus?.focus();
    return done;
  }
}

// ---- live parts: the server names a topic, the page fetches itself and replaces the parts of that topic
function live() {
  const url = document.body.dataset.live;
  const parts = () => [...document.querySelectorAll("[data-live-topic][id]")];
  const topics = [...new Set(parts().map((part) => part.dataset.liveTopic))];
  if (!url || !topics.length || !window.EventSource) return;
  const address = new URL(url, location.href);
  topics.forEach((topic) => address.searchParams.append("topic", topic));
  let source, timer, missed = false;
  const due = new Set();

  const show = (on) => document.querySelectorAll("[data-live-when]").forEach((note) => { note.hidden = (note.dataset.liveWhen === "on") !== on; });
  const mark = (names) => {
    names.forEach((name) => due.add(name));
    // One fetch for a burst, phones not all at once; but whoever has tapped a switch is looking at it.
    const prompt = [...due].some((name) => name.startsWith("lighting."));
    timer ??= setTimeout(refresh, prompt ? 50 : 300 + Math.random() * 1200);
  };
  async function refresh() {
    timer = undefined;
    const names = new Set(due);
    due.clear();
    try {
      const answer = await fetch(location.href, { headers: { "X-Langso-Live": [...names].join() }, credentials: "same-origin" });
      if (!answer.ok || answer.redirected) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const part of parts()) {
        const next = names.has(part.dataset.liveTopic) && fresh.getElementById(part.id);
        if (!next || next.isEqualNode(part)) continue;
        const focus = part.contains(document.activeElement) ? document.activeElement : null;
        if (focus?.matches("input:not([type=checkbox], [type=radio]), select, textarea") || part.querySelector("form[data-sent]")) continue;
        const node = document.importNode(next, true);
        part.replaceWith(node);
        window.htmx?.process(node);
        if (focus?.id) document.getElementById(focus.id)?.focus();
      }
    } catch { missed = true; }
  }
  function open() {
    if (source || document.hidden) return;
    source = new EventSource(address);
    source.onopen = () => { show(true); if (missed) { missed = false; mark(topics); } };
    source.onerror = () => { show(false); missed = true; }; // the browser tries again; if the server said no, a reload is enough
    topics.forEach((topic) => source.addEventListener(topic, () => mark([topic])));
  }
  function close() {
    source?.close();
    source = undefined;
    missed = true;
  }
  document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
  addEventListener("pagehide", close);
  addEventListener("pageshow", open);
  open();
}

// ---- the place where the phone is, into the two fields of a position
document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-position-take]");
  const box = button?.closest("[data-position]");
  if (!box) return;
  const said = box.querySelector("[data-position-said]");
  const failed = () => { said.textContent = said.dataset.failed; };
  said.textContent = "";
  if (!navigator.geolocation) { failed(); return; }
  navigator.geolocation.getCurrentPosition(({ coords }) => {
    box.querySelector("[name=latitude]").value = coords.latitude.toFixed(6);
    box.querySelector("[name=longitude]").value = coords.longitude.toFixed(6);
    said.textContent = `± ${Math.round(coords.accuracy)} m`;
  }, failed, { enableHighAccuracy: true, timeout: 20_000, maximumAge: 0 });
});

// ---- pages kept for use without a network
function forgetPages() {
  window.caches?.keys().then((names) => names.filter((name) => name.startsWith("langso-pages")).forEach((name) => caches.delete(name)));
}

// ---- notices on the screen of this device
async function push() {
  const block = document.querySelector("[data-push]");
  if (!block) return;
  const when = (name) => block.querySelector(`[data-push-when=${name}]`);
  const show = (name) => block.querySelectorAll("[data-push-when]").forEach((part) => { part.hidden = part.dataset.pushWhen !== name; });
  if (!window.isSecureContext) return show("insecure");
  if (!window.PushManager || !window.Notification || !navigator.serviceWorker) return show("unable");
  if (Notification.permission === "denied") return show("denied");
  const worker = await navigator.serviceWorker.ready;
  const present = await worker.pushManager.getSubscription();
  when("on").addEventListener("submit", async (event) => {
    event.preventDefault();
    const old = await worker.pushManager.getSubscription();
    event.target.elements.endpoint.value = old?.endpoint ?? "";
    await old?.unsubscribe().catch(() => {});
    event.target.submit();
  });
  when("off").addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      const made = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: block.dataset.push });
      const { endpoint, keys } = made.toJSON();
      const fields = event.target.elements;
      fields.endpoint.value = endpoint;
      fields.key.value = keys.p256dh;
      fields.auth.value = keys.auth;
      event.target.submit();
    } catch { show(Notification.permission === "denied" ? "denied" : "failed"); }
  });
  show(present ? "on" : "off");
}

document.body.append(toast);
focusErrors(document);
document.addEventListener("htmx:after:swap", () => focusErrors(document));
document.querySelectorAll("[data-js]").forEach((element) => { element.hidden = element.dataset.js === "hide"; });
live();
push();
navigator.serviceWorker?.register("/sw.js").catch(() => {});
