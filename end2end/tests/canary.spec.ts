import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { Api } from "../fixtures/api";
import { ClientCredentialsPage } from "../fixtures/client-credentials-page";
import { ENCODINGS, found } from "../fixtures/encodings";
import { OwnServer } from "../fixtures/own-server";
import { pageSinks, Traffic, type Sink } from "../fixtures/sinks";
import { expect, test } from "../fixtures/test";

/** A secret with every character that some encoding changes. */
const SECRET = 's "&/+%\\<=> kT8canaryOfABrowserSecret4f2a71c9';
const KEY = readFileSync("../server/src/keys/testdata/rsa-pkcs8.pem", "utf8");
const JWK: { d: string } = JSON.parse(readFileSync("../server/src/keys/testdata/rsa.jwk", "utf8"));

for (const format of ["text", "json"]) {
  test(`no secret is found in anything a browser or a log keeps (${format})`, { tag: "@once" }, async ({ browser }) => {
    test.slow();
    const server = await OwnServer.start({ AUTHZ_FLOWS_LOG: "trace", AUTHZ_FLOWS_LOG_FORMAT: format });
    const context = await browser.newContext({ baseURL: server.url, reducedMotion: "reduce" });
    const traffic = new Traffic(context);
    const page = await context.newPage();
    const flow = new ClientCredentialsPage(page);
    const canaries = new Map(Object.entries(await plantEverything(flow)));
    for (const { name, value } of await context.cookies()) canaries.set(`cookie ${name}`, value);

    const sinks = [...(await readEverything(flow)), ...(await traffic.collected())];
    await context.close();
    await server.stop();
    sinks.push({ name: "log", text: server.output });

    expect(leaks(sinks, canaries)).toEqual([]);
    expectRealSinks(sinks);
    expect(canaries.size).toBe(8);
  });
}

test("the search finds a planted secret in every encoding", { tag: "@once" }, () => {
  for (const [name, encode] of Object.entries(ENCODINGS)) {
    for (const look of encode(SECRET)) expect(found(`before ${look} after`, SECRET)).toContain(name);
  }
  for (const before of ["", "a", "ab", "client:"]) {
    expect(found(Buffer.from(`${before}${SECRET}after`).toString("base64"), SECRET)).toContain("base64");
  }
  expect(leaks([{ name: "sink", text: SECRET }], new Map([["secret", SECRET]]))).toEqual(["secret in sink as raw"]);
});

/** Success, refusal, failure and bad input, with secrets in them; what must not be seen again. */
async function plantEverything(flow: ClientCredentialsPage) {
  await flow.open();
  for (const method of ["client_secret_basic", "client_secret_post", "client_secret_jwt"] as const) {
    await flow.method(method).check();
    await flow.field("Client secret").fill(SECRET);
    await requestAndReturn(flow, "401");
  }
  await flow.sandboxClient.selectOption({ label: "private-key-jwt" });
  for (const [key, status] of [
    [KEY, "401"],
    [JSON.stringify(JWK), "401"],
    [`${SECRET}\n${KEY.slice(300)}`, "422"],
  ] as const) {
    if (await flow.field("Private key").isHidden()) await flow.page.getByRole("button", { name: "Paste key" }).click();
    await flow.field("Private key").fill(key);
    await requestAndReturn(flow, status);
  }
  await flow.server("PingOne").check();
  await flow.method("client_secret_basic").check();
  await flow.field("Environment ID").fill("00000000-0000-4000-8000-000000000000");
  await flow.field("Client secret").fill(SECRET);
  await requestAndReturn(flow, "502");

  await flow.server("Sandbox").check();
  await flow.sandboxClient.selectOption({ label: "post" });
  await flow.goOn();
  await flow.obtainToken();
  const fixture = await new Api(flow.page).client("post");
  const keys = KEY.split("\n");
  const token = await revealed(flow);
  return {
    secret: SECRET,
    "end of the secret": SECRET.slice(-34),
    "key as PEM": keys[Math.floor(keys.length / 2)] ?? "",
    "key as JWK": JWK.d,
    token,
    "signature of the token": token.split(".")[2] ?? "",
    "secret of the sandbox": fixture.secret ?? "",
  };
}

/** Sends, looks at the message in both forms, and goes back to the form. */
async function requestAndReturn(flow: ClientCredentialsPage, status: string) {
  await flow.goOn();
  await flow.requestToken.click();
  await expect(flow.refusal).toContainText(status);
  await flow.wireTab("curl").click();
  await flow.wireTab("HTTP").click();
  await flow.page.goBack();
  await expect(flow.stepHeading("Configure")).toBeFocused();
}

async function revealed(flow: ClientCredentialsPage): Promise<string> {
  const answered = flow.page.waitForResponse("**/reveal");
  await flow.token.getByRole("button", { name: "Reveal" }).click();
  const { access_token } = await (await answered).json();
  await flow.token.getByRole("button", { name: "Hide" }).click();
  await expect(flow.token.getByRole("group")).toHaveAccessibleName("Access token, masked");
  await flow.verify.click();
  await expect(flow.announcement).toHaveText(/^Verified\./);
  return access_token;
}

/** Every page and every document of the session, as they are after all that. */
async function readEverything(flow: ClientCredentialsPage): Promise<Sink[]> {
  const { page } = flow;
  const sinks = await pageSinks(page);
  for (const step of ["configure", "request", "token"] as const) {
    await flow.open(step);
    await flow.wireTab("curl").click();
    sinks.push(...(await pageSinks(page)));
  }
  const calls = await new Api(page).calls();
  for (const path of [
    "/api/calls",
    ...calls.map(({ id }) => `/api/calls/${id}`),
    "/api/tokens",
    "/api/draft/client-credentials",
    "/",
  ]) {
    sinks.push({ name: path, text: await bodyOf(page, path) });
  }
  return sinks;
}

async function bodyOf(page: Page, path: string): Promise<string> {
  return (await page.request.get(path)).text();
}

/** What was found where, and in which encoding. */
function leaks(sinks: Sink[], canaries: Map<string, string>): string[] {
  return sinks.flatMap(({ name, text }) =>
    [...canaries].flatMap(([canary, secret]) => {
      const [encoding] = found(text, secret);
      return encoding ? [`${canary} in ${name} as ${encoding}`] : [];
    }),
  );
}

/** The sinks hold what they should hold, so they were the right ones. */
function expectRealSinks(sinks: Sink[]) {
  const all = (name: RegExp) =>
    sinks
      .filter((sink) => name.test(sink.name))
      .map(({ text }) => text)
      .join("\n");
  expect(all(/^document$/)).toContain("orders:read");
  expect(all(/^\/flows\/client-credentials$/)).toContain("orders:read");
  expect(all(/\.wasm$/)).toMatch(/^\0asm/);
  expect(all(/\.js$/)).toContain("hydrate");
  expect(all(/^\/api\/token-exchange$/)).toContain("invalid_client");
  expect(all(/^\/api\/calls$/)).toContain("/as/token");
  expect(all(/^URL$/)).toContain("/api/token-exchange");
  expect(all(/^log$/)).toContain("POST /token");
}
