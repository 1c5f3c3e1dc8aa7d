import { clipboardText } from "../fixtures/clipboard";
import type { ClientCredentialsPage } from "../fixtures/client-credentials-page";
import { expect, test } from "../fixtures/test";

/** Header, payload and a whole RS256 signature in base64url. */
const JWT = /^[\w-]+\.[\w-]+\.[\w-]{342}$/;

test("the token is masked until it is revealed, and can be hidden again", async ({ flow, page }) => {
  await flow.openWithToken("basic");
  await expect(shownToken(flow)).toHaveAccessibleName("Access token, masked");
  expect(await compact(flow)).not.toMatch(JWT);

  await flow.token.getByRole("button", { name: "Reveal" }).click();
  await expect(shownToken(flow)).toHaveAccessibleName("Access token");
  await expect(flow.announcement).toHaveText("Token revealed. It is masked again after 30 seconds.");
  expect(await compact(flow)).toMatch(JWT);

  await flow.token.getByRole("button", { name: "Hide" }).click();
  await expect(shownToken(flow)).toHaveAccessibleName("Access token, masked");
  await expect(page.getByRole("button", { name: "Reveal" })).toBeFocused();
  expect(await compact(flow)).not.toMatch(JWT);
});

test("a revealed token is masked again after thirty seconds", async ({ flow, page }) => {
  await page.clock.install();
  await flow.openWithToken("basic");
  await flow.token.getByRole("button", { name: "Reveal" }).click();
  await expect(shownToken(flow)).toHaveAccessibleName("Access token");

  await page.clock.fastForward(29_000);
  await expect(shownToken(flow)).toHaveAccessibleName("Access token");
  await page.clock.fastForward(2_000);
  await expect(shownToken(flow)).toHaveAccessibleName("Access token, masked");
  await expect(flow.announcement).toHaveText("Token masked.");
});

test("the whole token can be copied while it is masked", async ({ flow, page, context }) => {
  await context.grantPermissions(["clipboard-write"]);
  await flow.openWithToken("basic");
  await flow.token.getByRole("button", { name: "Copy" }).click();
  await expect(flow.announcement).toHaveText("Token copied.");
  const copied = await clipboardText(page);
  expect(copied).toMatch(JWT);
  await expect(shownToken(flow)).toHaveAccessibleName("Access token, masked");

  await flow.token.getByRole("button", { name: "Reveal" }).click();
  await expect(shownToken(flow)).toHaveAccessibleName("Access token");
  expect(await compact(flow)).toBe(copied);
});

test("the time that is left counts down until the token has expired", async ({ flow, page }) => {
  await page.clock.install();
  await flow.openWithToken("short-lived");
  await expect(flow.timeLeft).toHaveText(/^1:1\d left$/);
  const lifetime = flow.main.getByRole("meter", { name: "Lifetime" });

  await page.clock.fastForward(64_000);
  await expect(flow.timeLeft).toHaveText(/^0:(09|1\d) left$/);
  await expect(flow.announcement).toHaveText(/^80 % of the token's life has passed: 1?\d s left\.$/);
  expect(Number(await lifetime.getAttribute("aria-valuenow"))).toBeGreaterThanOrEqual(80);

  await page.clock.fastForward(15_000);
  await expect(flow.timeLeft).toHaveText("0:00 left");
  await expect(flow.announcement).toHaveText("The access token has expired.");
  await expect(lifetime).toHaveAttribute("aria-valuenow", "100");
  await expect(flow.session).toContainText("Expired");
});

test("the clock of the browser may be wrong: the server's counts", { tag: "@once" }, async ({ flow, page }) => {
  await page.clock.setFixedTime(new Date("2001-01-01T00:00:00Z"));
  await flow.openWithToken("short-lived");
  await expect(flow.timeLeft).toHaveText(/^1:1\d left$/);
});

test("what was granted, and what this grant does not give, is told", { tag: "@once" }, async ({ flow }) => {
  await flow.openWithToken("basic");
  const granted = flow.main.getByRole("list", { name: "Granted scopes" });
  await expect(granted.getByRole("listitem")).toHaveText(["orders:read", "orders:write"]);
  for (const absent of ["No refresh token", "No ID token", "No user"]) {
    await expect(flow.main.getByRole("heading", { name: absent })).toBeVisible();
  }
});

test("a new token replaces the one before", async ({ flow }) => {
  await flow.openWithToken("basic");
  const first = (await flow.claim("Payload", "jti").textContent()) ?? "";
  await flow.page.getByRole("button", { name: "Request a new token" }).click();
  await expect(flow.claim("Payload", "jti")).not.toHaveText(first);
  await expect(flow.announcement).toHaveText("Attempt 2 succeeded: 200 token issued.");
  await expect(flow.stepHeading("Token")).toBeFocused();
});

function shownToken(flow: ClientCredentialsPage) {
  return flow.token.getByRole("group");
}

/** The token as it is shown, without the names of its parts. */
async function compact(flow: ClientCredentialsPage): Promise<string> {
  const bands = await shownToken(flow).innerText();
  return bands.replace(/^(Header|Payload|Signature)$/gm, "").replace(/\s/g, "");
}
