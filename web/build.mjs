// Builds everything the browser loads into dist/. See README.md.
import { build, transform } from "esbuild";
import subsetFont from "subset-font";
import { Resvg } from "@resvg/resvg-js";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

process.chdir(import.meta.dirname ?? new URL(".", import.meta.url).pathname);
const TARGET = "chrome100";
const OUT = "dist/assets/";
const read = (path) => readFileSync(path, "utf8");
const pkg = (name) => `node_modules/${name}/`;

// Limits in bytes. A phone on 3G pays for each of them, so the build fails above them.
const LIMITS = [
  ["stylesheet, Brotli", 21_000, (a) => a["app.css"].brotli],
  ["both fonts", 30_000, (a) => a["be-vietnam-pro-400.woff2"].raw + a["be-vietnam-pro-600.woff2"].raw],
  ["icons, Brotli", 20_000, (a) => a["icons.svg"].brotli],
];

rmSync("dist", { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
const assets = {};

function compress(path, content) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  const br = brotliCompressSync(content, { params });
  const gz = gzipSync(content, { level: 9 });
  writeFileSync(path + ".br", br);
  writeFileSync(path + ".gz", gz);
  return { gzip: gz.length, brotli: br.length };
}

/** Writes one file under a name that carries the hash of its content. */
function emit(name, content) {
  const bytes = Buffer.from(content);
  const dot = name.lastIndexOf(".");
  const file = `${name.slice(0, dot)}.${createHash("sha256").update(bytes).digest("hex").slice(0, 10)}${name.slice(dot)}`;
  writeFileSync(OUT + file, bytes);
  const text = /\.(css|js|svg|webmanifest)$/.test(name);
  assets[name] = {
    file,
    integrity: "sha384-" + createHash("sha384").update(bytes).digest("base64"),
    raw: bytes.length,
    ...(text ? compress(OUT + file, bytes) : {}),
  };
  return file;
}

// ---- fonts: two weights, Basic Latin, Vietnamese and the punctuation we write
function alphabet() {
  const range = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join("");
  return range(0x20, 0x7e) + range(0x1ea0, 0x1ef9)
    + "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư"
    + "\u0300\u0301\u0303\u0309\u0323" // tone marks of text that is not composed
    + "\u00a0\u00ad°·×±²³½«»–—‘’“”•…₫−";
}
let fontFaces = "";
for (const [weight, style] of [[400, "400Regular"], [600, "600SemiBold"]]) {
  const full = readFileSync(`${pkg("@expo-google-fonts/be-vietnam-pro")}${style}/BeVietnamPro_${style}.ttf`);
  const font = await subsetFont(full, alphabet(), {
    targetFormat: "woff2", keepFeatures: ["kern", "mark", "mkmk", "ccmp", "locl"], noHinting: true,
  });
  const file = emit(`be-vietnam-pro-${weight}.woff2`, font);
  fontFaces += `@font-face{font-family:Be Vietnam Pro;font-style:normal;font-weight:${weight};font-display:swap;src:url(${file})format("woff2")}`;
}

// ---- icons: one sprite of symbols
/** One decimal is enough for a grid of 256 units drawn at 20 to 50 pixels. */
function shorten(path) {
  return path.replace(/-?\d*\.\d+/g, (number, at) => {
    const short = String(Math.round(Number(number) * 10) / 10).replace(/^(-?)0\./, "$1.").replace(/^-0$/, "0");
    return /[\d.]/.test(path[at - 1] ?? "") && !short.startsWith("-") ? " " + short : short;
  });
}
const names = read("icons.txt").split("\n").map((line) => line.replace(/#.*/, "").trim()).filter(Boolean);
const twice = names.filter((name, i) => names.indexOf(name) !== i);
if (twice.length) throw new Error(`icons.txt names these twice: ${twice.join(", ")}`);
const symbols = names.sort().map((name) => {
  const weight = /-(bold|fill|duotone)$/.exec(name)?.[1] ?? "regular";
  const svg = read(`${pkg("@phosphor-icons/core")}assets/${weight}/${name}.svg`);
  const inner = /<svg[^>]*>(.*)<\/svg>/s.exec(svg)[1].trim().replace(/ d="([^"]+)"/g, (_, d) => ` d="${shorten(d)}"`);
  return `<symbol id="${name}" viewBox="0 0 256 256">${inner}</symbol>`;
});
emit("icons.svg", `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>`);

// ---- stylesheet
const css = await build({
  entryPoints: ["src/css/app.css"], bundle: true, minify: true, write: false, target: TARGET, legalComments: "none", logLevel: "warning",
});
emit("app.css", fontFaces + css.outputFiles[0].text);

// ---- scripts
emit("htmx.js", (await transform(read(pkg("htmx.org") + "dist/htmx.min.js"), { minify: true, target: TARGET, legalComments: "none" })).code);
const script = (entry, define = {}) => build({
  entryPoints: [entry], bundle: true, minify: true, write: false, target: TARGET, format: "iife", charset: "utf8", legalComments: "none", define, logLevel: "warning",
}).then((result) => result.outputFiles[0].text);
emit("langso.js", await script("src/js/langso.js"));
emit("api.js", await script("src/js/api.js"));

// ---- logo and app icons
for (const name of ["favicon", "langso-logo", "langso-logo-on-green", "langso-mark"]) emit(`${name}.svg`, read(`src/logo/${name}.svg`));
const png = (source, size) => new Resvg(read(`src/logo/${source}.svg`), { fitTo: { mode: "width", value: size } }).render().asPng();
emit("icon-192.png", png("favicon", 192));
emit("icon-512.png", png("favicon", 512));
emit("icon-maskable-512.png", png("langso-app-icon", 512));
emit("apple-touch-icon.png", png("langso-app-icon", 180));
emit("manifest.webmanifest", JSON.stringify({
  name: "Làng Số", short_name: "Làng Số", lang: "vi", id: "/", start_url: "/", scope: "/", display: "standalone",
  background_color: "#24562A", theme_color: "#24562A",
  icons: [["icon-192.png", "192x192", "any"], ["icon-512.png", "512x512", "any"], ["icon-maskable-512.png", "512x512", "maskable"]]
    .map(([name, sizes, purpose]) => ({ src: assets[name].file, sizes, type: "image/png", purpose })),
}));

// ---- service worker: not hashed, carries the names of the shell it keeps
const shell = ["app.css", "be-vietnam-pro-400.woff2", "be-vietnam-pro-600.woff2", "icons.svg", "langso.js", "favicon.svg"]
  .map((name) => "/assets/" + assets[name].file);
const hashes = createHash("sha256").update(Object.values(assets).map((a) => a.file).join()).update(read("src/js/sw.js"));
const sw = Buffer.from(await script("src/js/sw.js", {
  BUILD: JSON.stringify(hashes.digest("hex").slice(0, 10)), SHELL: JSON.stringify(shell),
}));
writeFileSync("dist/sw.js", sw);
const swSize = { file: "../sw.js", raw: sw.length, ...compress("dist/sw.js", sw) };

writeFileSync(OUT + "assets.json", JSON.stringify(
  Object.fromEntries(Object.keys(assets).sort().map((name) => [name, { file: assets[name].file, integrity: assets[name].integrity }])), null, 2) + "\n");

// ---- licences of what reaches the browser
const bundled = [
  ["@digdir/designsystemet-css", "MIT", ["LICENSE"], "in the stylesheet, in part"],
  ["@expo-google-fonts/be-vietnam-pro", "OFL-1.1", ["LICENSE_FONT"], "the font Be Vietnam Pro, subset, two weights"],
  ["@phosphor-icons/core", "MIT", ["LICENSE"], "in the icon sprite, in part"],
  ["htmx.org", "0BSD", ["LICENSE"], "the script htmx"],
];
const version = (name) => JSON.parse(read(pkg(name) + "package.json")).version;
writeFileSync("THIRD-PARTY.md", "# Third-party work in the built files\n\nWritten by the build; do not edit. The build tools themselves are listed in README.md and reach no browser.\n"
  + bundled.map(([name, licence, files, use]) => `\n## ${name} ${version(name)}\n\n${licence}: ${use}.\n`
    + files.map((file) => "\n```text\n" + read(pkg(name) + file).replace(/\r/g, "").split("\n").map((l) => l.trimEnd()).join("\n").trim() + "\n```\n").join("")).join(""));

// ---- sizes
const row = (...cells) => console.log(String(cells[0]).padEnd(30) + cells.slice(1).map((c) => String(c ?? "").padStart(9)).join(""));
row("file", "raw", "gzip", "brotli");
for (const [name, a] of [...Object.entries(assets), ["sw.js", swSize]]) row(name, a.raw, a.gzip, a.brotli);
console.log(`${names.length} icons`);
let over = false;
for (const [what, limit, size] of LIMITS) {
  const bytes = size(assets);
  console.log(`${what}: ${bytes} of ${limit} bytes`);
  if (bytes > limit) { console.error(`Over the limit: ${what}`); over = true; }
}
if (over) process.exit(1);
