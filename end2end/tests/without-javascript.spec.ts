import { expect, test } from "../fixtures/test";

test.use({ javaScriptEnabled: false });

test("without JavaScript the pages can be read, and say what needs it", async ({ page, flow, quiet }) => {
  quiet.expectLine(/was preloaded using link preload but not used/);
  const needsIt = page.locator("noscript p");
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/See every hop/);
  await expect(needsIt).toHaveText(/^Building and sending requests needs JavaScript\./);

  await page.getByRole("link", { name: "Start with the sandbox" }).click();
  await expect(flow.stepHeading("Configure")).toBeVisible();
  await expect(flow.sandboxClient.locator("option:checked")).toHaveText("basic");
  await expect(flow.hop("server-provider")).toContainText("grant_type=client_credentials");
  await expect(needsIt).toBeVisible();
});
