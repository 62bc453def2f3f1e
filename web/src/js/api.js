// The page /api: sends what its forms say, with a token or as the one signed in, and shows the answer in place.
const field = document.getElementById("token");
document.getElementById("api-token").hidden = false;

function address(form) {
  let path = form.dataset.path;
  const query = new URLSearchParams();
  for (const input of form.querySelectorAll("input[data-in]")) {
    if (input.dataset.in === "path") path = path.replace(`{${input.name}}`, encodeURIComponent(input.value));
    else if (input.dataset.in === "query" && input.value) query.set(input.name, input.value);
  }
  return query.size ? `${path}?${query}` : path;
}

function headers(form) {
  const sent = { "Accept-Language": document.documentElement.lang };
  const token = field.value.trim();
  if (token) sent.Authorization = `Bearer ${token}`;
  else if (form.dataset.try !== "GET") sent["X-XSRF-TOKEN"] = field.dataset.csrf;
  for (const input of form.querySelectorAll("input[data-in=header]")) if (input.value) sent[input.name] = input.value;
  return sent;
}

function place(form) {
  let shown = form.parentElement.querySelector("[data-shown]");
  if (!shown) {
    shown = document.createElement("div");
    shown.dataset.shown = "";
    shown.setAttribute("role", "status");
    Element.prototype.after.call(form, shown); // an input named "after" hides the form's own method
  }
  return shown;
}

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.matches("form[data-try]")) return;
  event.preventDefault();
  const body = form.querySelector("[data-in=body]");
  const request = { method: form.dataset.try, headers: headers(form), credentials: field.value.trim() ? "omit" : "same-origin" };
  if (body) {
    request.body = body.value;
    request.headers["Content-Type"] = "application/json";
  }
  const said = document.createElement("p");
  const code = document.createElement("pre");
  code.className = "ls-scroll";
  code.tabIndex = 0;
  try {
    const answer = await fetch(address(form), request);
    const text = await answer.text();
    said.textContent = `${answer.status} ${request.method} ${address(form)}`;
    try { code.textContent = JSON.stringify(JSON.parse(text), null, 2); } catch { code.textContent = text; }
  } catch (failure) {
    said.textContent = `${request.method} ${address(form)}: ${failure.message}`;
  }
  place(form).replaceChildren(said, code);
});
for (const button of document.querySelectorAll("form[data-try] button[hidden]")) button.hidden = false;
