// Runs the freshly built program on an empty demo folder, walks through its pages as a visitor and as a persona, and stops it.
// The JVM writes its quick-start cache when the program ends. Used by the launcher only.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";

const PAGES = 60; // after some dozens of pages hardly a class is new
const READY_WITHIN_MS = 180_000;

const [folder, java, ...options] = process.argv.slice(2);
const freePort = () => new Promise((done) => {
  const server = createServer().listen(0, "127.0.0.1", () => { const { port } = server.address(); server.close(() => done(port)); });
});
const port = await freePort();
const base = `http://127.0.0.1:${port}`;
const program = spawn(java, [...options, "--langso.mode=demo", `--langso.data=${folder}/data`, `--server.port=${port}`,
  "--server.address=127.0.0.1", "--langso.metrics-port=0", `--langso.iot.broker.port=${await freePort()}`], { stdio: "inherit" });
const ended = new Promise((done) => program.on("exit", done));
let running = true;
ended.then(() => { running = false; });

async function ready() {
  const end = Date.now() + READY_WITHIN_MS;
  while (running && Date.now() < end) {
    try {
      if ((await fetch(base + "/health")).ok) return true;
    } catch { /* not yet */ }
    await new Promise((go) => setTimeout(go, 100));
  }
  return false;
}

async function walk(headers) {
  const queue = ["/"];
  const seen = new Set(queue);
  for (let at = 0; at < queue.length && at < PAGES; at++) {
    try {
      const answer = await fetch(base + queue[at], { headers: { ...headers, "Accept-Encoding": "gzip" } });
      const body = await answer.text();
      for (const [, link] of body.matchAll(/href="(\/[^"#]*)"/g)) {
        const page = link.replaceAll("&amp;", "&");
        if (!seen.has(page)) { seen.add(page); queue.push(page); }
      }
    } catch { /* a page that fails teaches nothing; the tests find it */ }
  }
}

function token(persona) {
  try {
    return JSON.parse(readFileSync(`${folder}/data/demo-tokens.json`, "utf8"))[persona];
  } catch {
    return undefined;
  }
}

const up = await ready();
if (up) {
  await walk({});
  for (const persona of ["village-head", "commune-clerk"]) {
    if (token(persona)) await walk({ Authorization: `Bearer ${token(persona)}` });
  }
}
program.kill("SIGTERM");
await ended;
process.exit(up ? 0 : 1);
