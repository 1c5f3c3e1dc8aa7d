import { OtherSite } from "../fixtures/other-site";
import { expect, test } from "../fixtures/test";

test("a reload in Configure keeps place and draft, also what was typed just before", async ({ flow, page }) => {
  await flow.open();
  await flow.sandboxClient.selectOption({ label: "post" });
  await flow.field("Audience").fill("https://orders.example.org");
  await flow.field("Add scope").fill("billing:read");
  await flow.field("Add scope").press("Enter");
  await page.reload();
  await flow.ready();

  await expect(page).toHaveURL(/step=configure$/);
  await expect(flow.sandboxClient.locator("option:checked")).toHaveText("post");
  await expect(flow.method("client_secret_post")).toBeChecked();
  await expect(flow.field("Audience")).toHaveValue("https://orders.example.org");
  await expect(page.getByRole("button", { name: "Remove billing:read" })).toBeVisible();
});

test("a reload in Request token keeps the place, the attempts and their outcome", async ({ flow, page, quiet }) => {
  quiet.expectStatus(401);
  await flow.open();
  await flow.configure("disabled");
  await flow.requestToken.click();
  await expect(flow.refusal).toContainText("401 invalid_client");
  await page.reload();
  await flow.ready();

  await expect(flow.stepHeading("Request token")).toBeVisible();
  await expect(flow.result).toHaveAttribute("data-attempt", "1");
  await expect(flow.refusal).toContainText("401 invalid_client");
});

test("a reload in Token keeps the token, masked", async ({ flow, page }) => {
  await flow.openWithToken("basic");
  const shown = await flow.token.getByRole("group").innerText();
  const claim = await flow.claim("Payload", "jti").textContent();
  await page.reload();
  await flow.ready();

  await expect(flow.stepHeading("Token")).toBeVisible();
  expect(await flow.token.getByRole("group").innerText()).toBe(shown);
  await expect(flow.claim("Payload", "jti")).toHaveText(claim ?? "");
});

test("an entered secret is gone after a reload, and the page says so", async ({ flow, page }) => {
  await flow.open();
  await flow.server("PingOne").check();
  await flow.field("Environment ID").fill("00000000-0000-4000-8000-000000000000");
  await flow.field("Client ID").fill("00000000-0000-4000-8000-000000000001");
  await flow.field("Client secret").fill("gone with the page");
  await flow.goOn();
  await page.reload();
  await flow.ready();

  await expect(flow.stepHeading("Configure")).toBeVisible();
  await expect(page).toHaveURL(/step=configure$/);
  await expect(flow.field("Client ID")).toHaveValue("00000000-0000-4000-8000-000000000001");
  await expect(flow.field("Client secret")).toHaveValue("");
  await expect(flow.field("Client secret")).toHaveAccessibleDescription(/gone when the page is reloaded/);
});

test("the back button goes a step back, and forward again", async ({ flow, page }) => {
  await flow.openWithToken("basic");
  await page.goBack();
  await expect(flow.stepHeading("Request token")).toBeFocused();
  await page.goBack();
  await expect(flow.stepHeading("Configure")).toBeFocused();
  await page.goForward();
  await page.goForward();
  await expect(flow.stepHeading("Token")).toBeFocused();
});

test("a step that is locked or unknown shows the furthest one and corrects the URL", async ({ flow, page }) => {
  for (const step of ["token", "no-such-step", "introspect"]) {
    await page.goto(`/flows/client-credentials?step=${step}`);
    await flow.ready();
    await expect(flow.stepHeading("Request token")).toBeVisible();
    await expect(page).toHaveURL(/step=request$/);
  }
  await flow.showSteps();
  await expect(flow.steps.getByRole("listitem").last()).toContainText("Locked · needs a token");
});

test("a deep link opens its step, and the steps lead to each other", async ({ flow, page }) => {
  await flow.openWithToken("basic");
  await page.goto("/flows/client-credentials?step=request");
  await flow.ready();
  await expect(flow.stepHeading("Request token")).toBeVisible();

  await flow.showSteps();
  await expect(flow.step("Request token")).toHaveAttribute("aria-current", "step");
  await expect(flow.step("Configure")).toHaveAccessibleDescription("Done");
  await flow.step("Configure").click();
  await expect(flow.stepHeading("Configure")).toBeFocused();
  await flow.showSteps();
  await flow.step("Token").click();
  await expect(flow.stepHeading("Token")).toBeFocused();
});

test("a link from another site keeps the session and its token", async ({ flow, page, quiet, baseURL }) => {
  await flow.openWithToken("basic");
  const jti = await flow.claim("Payload", "jti").textContent();

  const other = await OtherSite.start(`<a href="${baseURL}/flows/client-credentials?step=token">back</a>`);
  quiet.allow(other.origin);
  await page.goto(other.origin);
  await page.getByRole("link", { name: "back" }).click();
  await flow.ready();

  await expect(flow.stepHeading("Token")).toBeVisible();
  await expect(flow.claim("Payload", "jti")).toHaveText(jti ?? "");
  await other.stop();
});

test("an unknown route is a real 404 with a way back", async ({ flow, page, quiet }) => {
  quiet.expectMissing("/flows/no-such-flow");
  const response = await page.goto("/flows/no-such-flow");
  await flow.ready();
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1, name: "There is no page at this address" })).toBeVisible();
  await flow.main.getByRole("link", { name: "Client credentials" }).click();
  await expect(flow.stepHeading("Configure")).toBeVisible();
});
