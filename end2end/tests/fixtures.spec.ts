import { expectAccessible } from "../fixtures/accessibility";
import { OtherSite } from "../fixtures/other-site";
import { QuietBrowser } from "../fixtures/quiet-browser";
import { expect, test } from "../fixtures/test";

/** What no page may do, and what is heard of it. */
const MISCHIEF: { what: string; script: string; heard: RegExp }[] = [
  { what: "a line in the console", script: "console.info('a line')", heard: /console info: a line/ },
  {
    what: "an uncaught error",
    script: "setTimeout(() => { throw new Error('an error') })",
    heard: /uncaught: Error: an error/,
  },
  {
    what: "a rejected promise",
    script: "void Promise.reject(new Error('a rejection'))",
    heard: /uncaught: Error: a rejection/,
  },
  {
    what: "an inline style",
    script: "document.body.setAttribute('style', 'color: red')",
    heard: /Content Security Policy/,
  },
  {
    what: "a script without nonce",
    script:
      "document.body.append(Object.assign(document.createElement('div'), { innerHTML: '<img src=x onerror=alert(1)>' }))",
    heard: /Content Security Policy/,
  },
  { what: "an unexpected 404 of the API", script: "void fetch('/api/nothing')", heard: /status of 404/ },
];

for (const { what, script, heard } of MISCHIEF) {
  test(`the watch hears ${what}`, { tag: "@once" }, async ({ browser, baseURL }) => {
    const quiet = new QuietBrowser(baseURL ?? "");
    const context = await browser.newContext();
    quiet.watch(context);
    const page = await context.newPage();
    await page.goto(`${baseURL}/`);
    expect(() => quiet.assertNothingHeard()).not.toThrow();
    await page.evaluate(script);
    await expect.poll(() => complaint(quiet)).toMatch(heard);
    await context.close();
  });
}

test("the watch hears a request to another origin", { tag: "@once" }, async ({ browser, baseURL }) => {
  const [quiet, other] = [new QuietBrowser(baseURL ?? ""), await OtherSite.start("")];
  const context = await browser.newContext();
  quiet.watch(context);
  await (await context.newPage()).goto(other.origin);
  expect(complaint(quiet)).toContain(`request to another origin: ${other.origin}`);
  await context.close();
  await other.stop();
});

test("the check for accessibility finds a fault", { tag: "@once" }, async ({ page, flow }) => {
  await page.goto("/");
  await flow.ready();
  await page.evaluate(() => document.querySelector("main")?.append(document.createElement("button")));
  await expect(expectAccessible(page)).rejects.toThrow(/button-name/);
});

/** What the watch has to say so far. */
function complaint(quiet: QuietBrowser): string {
  try {
    quiet.assertNothingHeard();
    return "";
  } catch (error) {
    return String(error);
  }
}
