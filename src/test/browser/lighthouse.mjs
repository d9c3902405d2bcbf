// Lighthouse on the four pages every patient sees, with its phone profile and an empty cache; the middle one of three runs.
// Prints a table; ends with 1 if a figure is missed or a page is not the one it should be.
//   node lighthouse.mjs http://127.0.0.1:8080/
import {execFileSync} from "node:child_process";
import {createRequire} from "node:module";

const require = createRequire(process.cwd() + "/");
const {default: lighthouse} = await import(require.resolve("lighthouse"));
const puppeteer = require("puppeteer-core");

const home = process.argv[2] ?? "http://127.0.0.1:8080/";
const floors = {performance: 95, accessibility: 100, "best-practices": 100};
const chromium = process.env.ANTEROOM_CHROMIUM
    ?? ["chromium", "chromium-browser", "google-chrome"].map(name => {
        try {
            return execFileSync("which", [name]).toString().trim();
        } catch (missing) {
            return null;
        }
    }).find(Boolean);

const browser = await puppeteer.launch({executablePath: chromium, headless: true,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]});
const page = await browser.newPage();
const wire = await page.createCDPSession();

const goOn = async () => {
    await Promise.all([page.waitForNavigation(), page.click("[id$=':next'], #next")]);
};
const tick = label => page.evaluate(words => [...document.querySelectorAll("label")].find(one => one.textContent.trim() === words)
    .control.click(), label);

/** Each page with its title and how to come there; the form stays open in this browser from one to the next. */
const pages = [
    ["start", "What is wrong? - Anteroom", async () => page.goto(home + "patient/start.xhtml")],
    ["question", "Before we start: is this an emergency? - Anteroom",
        async () => page.goto(home + "patient/question.xhtml?begin=new&about=muscle-twitching")],
    ["check", "Check your answers - Anteroom", async () => {
        await page.goto(home + "patient/question.xhtml?begin=new&about=muscle-twitching");
        await tick("None of these");
        await goOn();
        await page.goto(home + "patient/check.xhtml");
    }],
    ["sent", "We have your answers - Anteroom", async () => {
        await page.goto(home + "patient/contact.xhtml");
        for (const [id, words] of [["given", "Robin"], ["family", "Lighthouse"], ["day", "3"], ["month", "2"], ["year", "1992"], ["phone", "416 555 0144"]]) {
            await page.type(`[id$=':${id}']`, words);
        }
        await page.click("[id$=':agree']");
        await Promise.all([page.waitForNavigation(), page.click("[id$=':send']")]);
    }],
];

let missed = false;
console.log("page      performance >= 95   accessibility 100   best practices 100   first paint   largest   blocked  shift  transferred");
for (const [name, title, open] of pages) {
    await open();
    const seen = await page.title();
    if (seen !== title) {
        console.log(`${name}: expected "${title}", saw "${seen}"`);
        missed = true;
        continue;
    }
    const runs = [];
    for (let run = 0; run < 3; run++) {
        // Not Lighthouse's own reset: the cookies, and with them the form, must stay.
        await wire.send("Network.clearBrowserCache");
        runs.push((await lighthouse(page.url(), {onlyCategories: Object.keys(floors), disableStorageReset: true, logLevel: "silent"}, undefined, page)).lhr);
    }
    const lhr = runs.sort((one, other) => one.categories.performance.score - other.categories.performance.score)[1];
    const scores = Object.keys(floors).map(category => Math.round(lhr.categories[category].score * 100));
    missed ||= Object.values(floors).some((floor, i) => scores[i] < floor);
    const audit = id => lhr.audits[id].displayValue?.replace(/\u00a0/g, " ") ?? "";
    console.log([name.padEnd(9), ...scores.map((score, i) => String(score).padEnd([19, 19, 20][i])),
        audit("first-contentful-paint").padEnd(13), audit("largest-contentful-paint").padEnd(9), audit("total-blocking-time").padEnd(8), audit("cumulative-layout-shift").padEnd(6), audit("total-byte-weight").replace("Total size was ", "")].join(" "));
    Object.values(lhr.audits).filter(one => one.score !== null && one.score < 1 && ["binary", "metricSavings"].includes(one.scoreDisplayMode))
        .forEach(one => console.log("          " + one.id + ": " + one.title));
}
await browser.close();
process.exit(missed ? 1 : 0);
