import { expectAccessible } from "../fixtures/accessibility";
import { expect, test } from "../fixtures/test";

// Each state is looked at twice, and looking takes a second or two.
test.slow();

test("home is accessible, and so are its menus", async ({ flow, page }) => {
  await page.goto("/");
  await flow.ready();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Theme" }).click();
  await expect(page.getByRole("radiogroup", { name: "Theme" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");

  const menu = page.getByRole("button", { name: "Menu" });
  if (await menu.isVisible()) {
    await menu.click();
    await expect(page.getByRole("navigation", { name: "Main" }).getByRole("link")).toBeVisible();
    await expectAccessible(page);
  }
});

test("the page of an unknown route is accessible", async ({ flow, page, quiet }) => {
  quiet.expectMissing("/nowhere");
  await page.goto("/nowhere");
  await flow.ready();
  await expectAccessible(page);
});

for (const client of ["basic", "secret-jwt", "private-key-jwt"]) {
  test(`Configure is accessible for ${client}, in both forms of the message`, async ({ flow, page }) => {
    await flow.open();
    await flow.sandboxClient.selectOption({ label: client });
    await expectAccessible(page);
    await flow.wireTab("curl").click();
    await page.locator("details").evaluateAll((parts) => parts.forEach((part) => part.setAttribute("open", "")));
    await expectAccessible(page);
  });
}

test("Configure with every fault shown is accessible", async ({ flow, page }) => {
  await flow.open();
  await flow.server("PingOne").check();
  await flow.field("Environment ID").fill("no environment");
  await flow.field("Client ID").fill("");
  await flow.field("Resource").fill("/relative#fragment");
  await flow.field("Add scope").fill('not"a"scope');
  await flow.next.click();
  await expect(flow.field("Environment ID")).toBeFocused();
  await expect(flow.field("Environment ID")).toHaveAttribute("aria-invalid", "true");
  await expectAccessible(page);
});

test("a pasted key and the steps' menu are accessible", async ({ flow, page }) => {
  await flow.open();
  await flow.sandboxClient.selectOption({ label: "private-key-jwt" });
  await page.getByRole("button", { name: "Paste key" }).click();
  await flow.field("Private key").fill("-----BEGIN PRIVATE KEY-----");
  await flow.showSteps();
  await expect(flow.step("Configure")).toBeVisible();
  await expectAccessible(page);
});

test("Request token is accessible before, while and after it is refused", async ({ flow, page, quiet }) => {
  quiet.expectStatus(401);
  await page.route("**/api/token-exchange", () => {}, { times: 1 });
  await flow.open();
  await flow.configure("disabled");
  await expectAccessible(page);
  await flow.requestToken.click();
  await expect(flow.result).toHaveAttribute("aria-busy", "true");
  await expectAccessible(page);
  await flow.cancel.click();
  await expectAccessible(page);

  await flow.requestToken.click();
  await expect(flow.refusal).toContainText("401 invalid_client");
  await flow.refusal.getByText("Raw response").click();
  await expectAccessible(page);
});

test("a problem of our own is accessible", async ({ flow, page, quiet }) => {
  quiet.expectStatus(422);
  await flow.open();
  await flow.sandboxClient.selectOption({ label: "private-key-jwt" });
  await page.getByRole("button", { name: "Paste key" }).click();
  await flow.field("Private key").fill("not a key");
  await flow.goOn();
  await flow.requestToken.click();
  await expect(flow.refusal).toContainText("422 invalid-input");
  await expectAccessible(page);
});

test("Token is accessible: masked, revealed, verified and expired", async ({ flow, page }) => {
  await page.clock.install();
  await flow.openWithToken("short-lived");
  await expectAccessible(page);
  await flow.token.getByRole("button", { name: "Reveal" }).click();
  await flow.verify.click();
  await expect(flow.announcement).toHaveText(/^Verified\./);
  await expectAccessible(page);

  const session = flow.session.getByRole("button");
  if (await session.isVisible()) await session.click();
  await page.clock.fastForward(80_000);
  await expect(flow.timeLeft).toHaveText("0:00 left");
  await expectAccessible(page);
});
