import { expect, test } from "../fixtures/test";

test("a sandbox token is there after three clicks and no typing, and it verifies", async ({ page, flow, api }) => {
  await page.goto("/");
  await flow.ready();

  await page.getByRole("link", { name: "Start with the sandbox" }).click();
  await flow.next.click();
  await flow.requestToken.click();

  await expect(flow.stepHeading("Token")).toBeFocused();
  await expect(page).toHaveURL(/\/flows\/client-credentials\?step=token$/);
  const { id, issuer } = { ...(await api.client("basic")), issuer: (await api.sandbox()).issuer };
  await expect(flow.claim("Header", "alg")).toHaveText('"RS256"');
  await expect(flow.claim("Payload", "client_id")).toHaveText(`"${id}"`);
  await expect(flow.claim("Payload", "iss")).toHaveText(`"${issuer}"`);
  await expect(flow.claim("Payload", "scope")).toHaveText('"orders:read orders:write"');
  await expect(flow.main.getByText("Decoded is not verified")).toBeVisible();

  await flow.verify.click();

  await expect(flow.announcement).toHaveText(/^Verified\. \d of \d checks pass$/);
  await expect(flow.verification("fail")).toHaveCount(0);
  for (const check of ["Signature", "Algorithm", "Issuer", "Expiry"]) {
    await expect(flow.verification("pass").filter({ hasText: check })).toHaveCount(1);
  }
});

test("what happened is announced, and the region of the result counts it", async ({ page, flow }) => {
  await flow.open();
  await flow.configure("basic");
  await expect(flow.result).toHaveAttribute("data-attempt", "0");

  await flow.obtainToken();
  await expect(flow.announcement).toHaveText("Attempt 1 succeeded: 200 token issued.");
  await page.goBack();
  await expect(flow.result).toHaveAttribute("data-attempt", "1");
  await expect(flow.result).toHaveAttribute("aria-busy", "false");
  await expect(flow.result).toContainText("Access token issued");
});
