import { expect, test } from "../fixtures/test";

/** Clients that the sandbox refuses: status and code, what it means, and what to do. */
const REFUSALS = [
  {
    client: "disabled",
    status: 401,
    code: "invalid_client",
    cause: /could not authenticate this client/,
    wayOut: /enter the secret or key again/,
  },
  {
    client: "grant-type-off",
    status: 400,
    code: "unauthorized_client",
    cause: /does not let it use this grant/,
    wayOut: /Enable the client-credentials grant/,
  },
  {
    client: "two-resources",
    status: 400,
    code: "invalid_scope",
    cause: /belong to more than one resource/,
    wayOut: /all of one resource/,
  },
  {
    client: "worker-no-role",
    status: 403,
    code: "access_denied",
    cause: /has no right it could put into a token/,
    wayOut: /a role for a PingOne worker/,
  },
  {
    client: "retired-key",
    status: 401,
    code: "invalid_client",
    cause: /could not authenticate this client/,
    wayOut: /Check the client ID/,
  },
];

for (const { client, status, code, cause, wayOut } of REFUSALS) {
  test(`${client} is refused with ${status} ${code}, its cause and the way out`, async ({ flow, quiet, api }) => {
    quiet.expectStatus(status);
    await flow.open();
    await flow.configure(client);
    await flow.requestToken.click();

    await expect(flow.refusal.getByRole("heading", { name: `${status} ${code}` })).toBeVisible();
    await expect(flow.refusal).toContainText(cause);
    await expect(flow.refusal).toContainText(wayOut);
    await expect(flow.refusal.getByRole("link", { name: /^RFC 6749 §/ })).toBeVisible();
    await expect(flow.announcement).toHaveText(`Attempt 1 failed: ${status} ${code}.`);
    expect((await api.latestCall()).outcome.answered.status).toBe(status);
  });
}

test("the raw answer and the correlation ID are one click away", async ({ flow, quiet }) => {
  quiet.expectStatus(401);
  await flow.open();
  await flow.configure("disabled");
  await flow.requestToken.click();

  const correlationId = await flow.refusal.getByRole("definition").getByRole("code").textContent();
  await flow.refusal.getByText("Raw response").click();
  const raw = flow.refusal.getByRole("group", { name: "Raw response", exact: true });
  await expect(raw).toContainText('"error":"invalid_client"');
  await expect(raw).toContainText(`(Correlation ID: ${correlationId})`);
});

test("another secret than the client's is invalid_client, and taking it back is the way out", async ({
  flow,
  quiet,
}) => {
  quiet.expectStatus(401);
  await flow.open();
  await flow.field("Client secret").fill("not-the-secret-of-this-client");
  await expect(flow.main.getByText("is used instead of the secret that the sandbox holds")).toBeVisible();
  await flow.goOn();
  await flow.requestToken.click();
  await expect(flow.refusal).toContainText("401 invalid_client");
  await expect(flow.refusal).toContainText("Invalid client credentials");

  await flow.page.goBack();
  await flow.field("Client secret").fill("");
  await flow.goOn();
  await flow.obtainToken();
});

test("an assertion that the server's clock finds expired is refused, and accepted when the clock is right", async ({
  flow,
  quiet,
  api,
}) => {
  quiet.expectStatus(401);
  await flow.open();
  await flow.configure("private-key-jwt");
  await api.moveSandboxClock({ advance_seconds: 3600 });
  await flow.requestToken.click();
  await expect(flow.refusal).toContainText("401 invalid_client");
  await expect(flow.refusal).toContainText(/assertion/i);

  await api.moveSandboxClock({ offset_seconds: 0 });
  await flow.obtainToken();
});

test("each attempt is kept with its number and outcome", async ({ flow, quiet }) => {
  quiet.expectStatus(401);
  await flow.open();
  await flow.configure("disabled");
  const attempts = flow.main.getByRole("list", { name: "Attempts" }).getByRole("listitem");
  for (const number of [1, 2]) {
    await flow.requestToken.click();
    await expect(flow.result).toHaveAttribute("data-attempt", String(number));
    await expect(flow.result).toHaveAttribute("aria-busy", "false");
    await expect(attempts).toHaveCount(number);
  }
  await expect(attempts.first()).toHaveText(/^#2\s*401 invalid_client/);
  await expect(attempts.last()).toHaveText(/^#1\s*401 invalid_client/);
  await flow.showSteps();
  await expect(flow.step("Request token")).toHaveAccessibleDescription("Current · 2 attempts failed");
});
