import { Api } from "../fixtures/api";
import { ClientCredentialsPage } from "../fixtures/client-credentials-page";
import { expect, test } from "../fixtures/test";

test("two sessions never see each other", async ({ browser, flow, api, quiet }) => {
  await flow.openWithToken("basic");
  const [call] = await api.calls();
  const token = await flow.claim("Payload", "jti").textContent();

  const stranger = await browser.newContext();
  quiet.watch(stranger);
  const page = await stranger.newPage();
  const [theirs, theirApi] = [new ClientCredentialsPage(page), new Api(page)];
  await theirs.open("token");

  await expect(theirs.stepHeading("Request token")).toBeVisible();
  await expect(theirs.result).toHaveAttribute("data-attempt", "0");
  expect(await theirApi.calls()).toEqual([]);
  expect((await page.request.get(`/api/calls/${call?.id}`)).status()).toBe(404);
  expect((await theirApi.sandbox()).id).not.toBe((await api.sandbox()).id);

  await theirs.obtainToken();
  await expect(theirs.claim("Payload", "jti")).not.toHaveText(token ?? "");
  expect(await api.calls()).toHaveLength(1);
  await stranger.close();
});

test("the end of a session takes everything along", { tag: "@once" }, async ({ flow, page, quiet }) => {
  quiet.expectLine(/^Clear-Site-Data header on .* Cleared data types: "storage"/);
  await flow.openWithToken("basic");
  const status = await page.evaluate(async () => {
    const headers = { "X-Requested-With": "authz-flows" };
    return (await fetch("/api/session", { method: "DELETE", headers })).status;
  });
  expect(status).toBe(204);
  await page.reload();
  await flow.ready();
  await expect(flow.stepHeading("Request token")).toBeVisible();
  await expect(flow.result).toHaveAttribute("data-attempt", "0");
});
