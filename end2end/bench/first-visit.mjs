// Opens one page with an empty cache and prints what was transferred, as the browser's network layer counted it.
import { chromium } from "@playwright/test";

const [url] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: process.env.PLAYWRIGHT_CHROMIUM || undefined });
const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
const network = await page.context().newCDPSession(page);
await network.send("Network.enable");

const responses = new Map();
const transfers = [];
network.on("Network.responseReceived", ({ requestId, response }) => responses.set(requestId, response));
network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
  const response = responses.get(requestId);
  if (!response?.url.startsWith("http")) return;
  const headers = new Map(Object.entries(response.headers).map(([name, value]) => [name.toLowerCase(), value]));
  const encoding = headers.get("content-encoding") ?? "-";
  transfers.push({ path: new URL(response.url).pathname, bytes: encodedDataLength, encoding });
});

await page.goto(url, { waitUntil: "networkidle" });
await page.locator("html[data-hydrated='true']").waitFor({ state: "attached" });
await browser.close();
process.stdout.write(JSON.stringify(transfers));
