import type { ClientCredentialsPage } from "../fixtures/client-credentials-page";
import { expect, test } from "../fixtures/test";

/** An environment nobody has. */
const NOWHERE = "00000000-0000-4000-8000-000000000000";

test("with PingOne as target the request goes to the region's host, and an unreachable one is explained", async ({
  flow,
  quiet,
  api,
}) => {
  quiet.expectStatus(502);
  await configurePingOne(flow);
  await expect(flow.hop("server-provider")).toContainText(`POST /${NOWHERE}/as/token HTTP/1.1`);
  await expect(flow.hop("server-provider")).toContainText("Host: auth.pingone.eu");

  await flow.goOn();
  await flow.requestToken.click();

  await expect(flow.refusal).toContainText("502 provider-unreachable");
  await expect(flow.refusal).toContainText("auth.pingone.eu");
  await expect(flow.refusal).toContainText("Check the region and the network");
  await expect(flow.wire.getByRole("listitem").filter({ hasText: "Authorization server" })).toContainText(
    "failed here",
  );
  const [call] = await api.calls();
  expect(call).toMatchObject({
    url: `https://auth.pingone.eu/${NOWHERE}/as/token`,
    status: null,
    failure: "provider-unreachable",
  });
});

test("a failed call is explained after a reload as before", async ({ flow, quiet, page }) => {
  quiet.expectStatus(502);
  await configurePingOne(flow);
  await flow.goOn();
  await flow.requestToken.click();
  await expect(flow.refusal).toContainText("provider-unreachable");

  await page.reload();
  await flow.ready();
  await flow.field("Client secret").fill("entered once more");
  await flow.goOn();
  await expect(flow.refusal).toContainText("provider-unreachable");
  await expect(flow.refusal).toContainText("auth.pingone.eu cannot be found");
});

test("the region chooses the host", { tag: "@once" }, async ({ flow }) => {
  await configurePingOne(flow);
  for (const [region, host] of [
    ["North America (pingone.com)", "auth.pingone.com"],
    ["Canada (pingone.ca)", "auth.pingone.ca"],
    ["Australia (pingone.com.au)", "auth.pingone.com.au"],
    ["Singapore (pingone.sg)", "auth.pingone.sg"],
    ["Asia-Pacific (pingone.asia)", "auth.pingone.asia"],
  ] as const) {
    await flow.region.selectOption({ label: region });
    await expect(flow.hop("server-provider")).toContainText(`Host: ${host}\n`);
  }
});

test("an environment the sandbox does not know is 404 with its meaning", async ({ flow, quiet, api, page }) => {
  quiet.expectStatus(404);
  await flow.open();
  const { token_endpoint, issuer } = await api.sandbox();
  const origin = new URL(issuer).origin;
  const unknown = `${origin}/sandbox/${NOWHERE}/as/token`;
  expect(token_endpoint).not.toBe(unknown);
  const request = { token_endpoint: unknown, confirm_target: origin, client_id: "nobody", client_secret: "nothing" };
  expect((await api.post("/api/token-exchange", request)).status).toBe(404);

  await page.goto("/flows/client-credentials?step=request");
  await flow.ready();
  await expect(flow.refusal).toContainText("404 NOT_FOUND");
  await expect(flow.refusal).toContainText("the server knows no such environment");
  await expect(flow.refusal).toContainText("Check the environment ID and the region");
});

async function configurePingOne(flow: ClientCredentialsPage) {
  await flow.open();
  await flow.server("PingOne").check();
  await flow.field("Environment ID").fill(NOWHERE);
  await flow.region.selectOption({ label: "Europe (pingone.eu)" });
  await flow.field("Client ID").fill(NOWHERE);
  await flow.field("Client secret").fill("entered in this page");
}
