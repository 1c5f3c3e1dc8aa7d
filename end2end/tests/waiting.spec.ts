import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/test";

test("while an answer is awaited the page says so and sends nothing twice", async ({ flow, page, api }) => {
  const hold = await holdTokenExchange(page);
  await flow.open();
  await flow.configure("basic");
  await flow.requestToken.click();

  await expect(flow.result).toHaveAttribute("aria-busy", "true");
  await expect(flow.result).toHaveAttribute("data-attempt", "1");
  await expect(flow.wire.getByText("Sent, waiting")).toBeVisible();
  const busy = page.getByRole("button", { name: /^Waiting for 127\.0\.0\.1/ });
  await expect(busy).toHaveAttribute("aria-busy", "true");
  await busy.click();
  await busy.press("Enter");

  hold.release();
  await expect(flow.stepHeading("Token")).toBeFocused();
  expect(hold.count).toBe(1);
  expect(await api.calls()).toHaveLength(1);
});

test("waiting can be stopped, and the focus is where the next request starts", async ({ flow, page }) => {
  const hold = await holdTokenExchange(page);
  await flow.open();
  await flow.configure("basic");
  await flow.requestToken.click();
  await flow.cancel.click();

  await expect(flow.requestToken).toBeFocused();
  await expect(flow.result).toHaveAttribute("aria-busy", "false");
  await expect(flow.refusal).toContainText("Stopped waiting");
  await expect(flow.refusal).toContainText("may still have reached the authorization server");
  await expect(flow.cancel).toHaveCount(0);

  hold.release();
  await flow.obtainToken();
  await expect(flow.announcement).toHaveText("Attempt 2 succeeded: 200 token issued.");
});

test("a late answer changes nothing after waiting was stopped", async ({ flow, page }) => {
  const hold = await holdTokenExchange(page);
  await flow.open();
  await flow.configure("basic");
  await flow.requestToken.click();
  await flow.cancel.click();
  const answered = page.waitForResponse("**/api/token-exchange");
  hold.release();
  await (await answered).finished();

  await expect(flow.stepHeading("Request token")).toBeVisible();
  await expect(flow.refusal).toContainText("Stopped waiting");
});

test("a token that arrives while the person is elsewhere is told, and nobody is moved", async ({ flow, page }) => {
  const hold = await holdTokenExchange(page);
  await flow.open();
  await flow.configure("basic");
  await flow.requestToken.click();
  await page.goBack();
  await expect(flow.stepHeading("Configure")).toBeFocused();
  hold.release();

  await expect(flow.announcement).toHaveText("Attempt 1 succeeded: 200 token issued.");
  await expect(flow.stepHeading("Configure")).toBeVisible();
  await flow.showSteps();
  await flow.step("Token").click();
  await expect(flow.stepHeading("Token")).toBeFocused();
});

/** Keeps token requests of the page from leaving until they are released. */
async function holdTokenExchange(page: Page) {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  const hold = { count: 0, release: () => release() };
  await page.route("**/api/token-exchange", async (route) => {
    hold.count += 1;
    await released;
    await route.continue();
  });
  return hold;
}
