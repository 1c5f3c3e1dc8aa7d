import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/test";

test("the chosen theme is kept, and the system's is followed without a choice", async ({ flow, page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/");
  await flow.ready();
  const [light, dark] = [await background(page), await withScheme(page, "dark")];
  expect(dark).not.toBe(light);
  await page.emulateMedia({ colorScheme: "light" });

  await chooseTheme(page, "Dark");
  expect(await background(page)).toBe(dark);
  await page.goto("/flows/client-credentials");
  expect(await background(page)).toBe(dark);
  await flow.ready();
  await page.getByRole("button", { name: "Theme" }).click();
  await expect(page.getByRole("radiogroup", { name: "Theme" }).getByRole("radio", { name: "Dark" })).toBeChecked();
  await page.keyboard.press("Escape");

  await chooseTheme(page, "System");
  expect(await background(page)).toBe(light);
  await page.reload();
  expect(await withScheme(page, "dark")).toBe(dark);
});

test("the theme is set before the page is interactive", { tag: "@once" }, async ({ flow, page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/");
  await flow.ready();
  await chooseTheme(page, "Dark");
  const dark = await background(page);
  await page.route("**/*.wasm", () => {});
  await page.goto("/", { waitUntil: "commit" });
  await expect.poll(() => background(page)).toBe(dark);
});

test("under reduced motion nothing moves", async ({ flow, page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.route("**/api/token-exchange", () => {});
  await flow.open();
  await flow.configure("basic");
  await flow.requestToken.click();
  await expect(flow.result).toHaveAttribute("aria-busy", "true");
  const moving = await page.evaluate(
    () =>
      document.getAnimations().filter(({ playState, effect }) => {
        const { duration, iterations } = effect?.getComputedTiming() ?? {};
        return playState === "running" && (Number(duration) > 1 || iterations === Infinity);
      }).length,
  );
  expect(moving).toBe(0);
});

async function chooseTheme(page: Page, name: "Light" | "Dark" | "System") {
  await page.getByRole("button", { name: "Theme" }).click();
  await page.getByRole("radiogroup", { name: "Theme" }).getByRole("radio", { name }).check();
  await page.keyboard.press("Escape");
}

async function background(page: Page): Promise<string> {
  return page.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor);
}

async function withScheme(page: Page, colorScheme: "light" | "dark"): Promise<string> {
  await page.emulateMedia({ colorScheme });
  return background(page);
}
