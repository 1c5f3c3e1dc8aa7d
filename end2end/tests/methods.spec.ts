import type { Locator } from "@playwright/test";
import type { AuthMethod, ClientCredentialsPage } from "../fixtures/client-credentials-page";
import type { Keyboard } from "../fixtures/keyboard";
import { expect, test } from "../fixtures/test";

/** What each client of the sandbox has to show on the wire. */
const METHODS: { client: string; method: AuthMethod; wire: RegExp }[] = [
  { client: "basic", method: "client_secret_basic", wire: /Authorization: Basic ‹base64\(client_id:client_secret\)›/ },
  { client: "post", method: "client_secret_post", wire: /&client_secret=‹client_secret›/ },
  { client: "secret-jwt", method: "client_secret_jwt", wire: /client-assertion-type%3Ajwt-bearer/ },
  { client: "private-key-jwt", method: "private_key_jwt", wire: /client-assertion-type%3Ajwt-bearer/ },
];

for (const { client, method, wire } of METHODS) {
  test(`${method} by keyboard alone: issued, decoded, verified`, async ({ page, flow, keyboard, api }) => {
    await page.goto("/");
    await flow.ready();
    await keyboard.press(page.getByRole("link", { name: "Start with the sandbox" }));
    await expect(page.getByRole("heading", { level: 2, name: "Configure" })).toBeFocused();

    await keyboard.choose(flow.sandboxClient, client);
    await expect(flow.method(method)).toBeChecked();
    await expect(flow.hop("server-provider")).toHaveText(wire);

    await requestAndVerify(flow, keyboard);
    const { id } = await api.client(client);
    await expect(flow.claim("Payload", "client_id")).toHaveText(`"${id}"`);
    await expect(flow.hop("server-provider")).toHaveText(wire);
  });
}

for (const alg of ["HS384", "HS512"]) {
  test(`client_secret_jwt with ${alg} by keyboard alone`, { tag: "@once" }, async ({ flow, keyboard }) => {
    await flow.open();
    await keyboard.choose(flow.sandboxClient, "secret-jwt");
    await keyboard.select(flow.algorithms, alg);
    await expect(assertionHeader(flow)).toContainText(`"alg": "${alg}"`);

    await requestAndVerify(flow, keyboard);
    await expect(assertionHeader(flow)).toContainText(`"alg": "${alg}"`);
  });
}

test("private_key_jwt with ES256 by keyboard alone", async ({ flow, keyboard }) => {
  await flow.open();
  await keyboard.choose(flow.sandboxClient, "es256-key");
  await expect(flow.algorithms.getByRole("radio", { name: "ES256" })).toBeChecked();

  await requestAndVerify(flow, keyboard);
  await expect(assertionHeader(flow)).toContainText('"alg": "ES256"');
});

test("ES256 is offered to a key of another kind only behind a switch", async ({ flow }) => {
  await flow.open();
  await flow.sandboxClient.selectOption({ label: "private-key-jwt" });
  const elliptic = flow.algorithms.getByRole("radio", { name: "ES256" });
  await expect(elliptic).toHaveCount(0);

  const offer = flow.main.getByRole("switch", { name: /^Offer ES256/ });
  await offer.check();
  await expect(elliptic).toBeVisible();
  await offer.uncheck();
  await expect(elliptic).toHaveCount(0);
});

/** The rest of the way, from Configure to a verified token. */
async function requestAndVerify(flow: ClientCredentialsPage, keyboard: Keyboard) {
  await keyboard.press(flow.next);
  await expect(flow.stepHeading("Request token")).toBeFocused();
  await keyboard.press(flow.requestToken);
  await expect(flow.stepHeading("Token")).toBeFocused();
  await keyboard.press(flow.verify);
  await expect(flow.announcement).toHaveText(/^Verified\./);
  await expect(flow.verification("pass").filter({ hasText: "Signature" })).toHaveCount(1);
  await expect(flow.verification("fail")).toHaveCount(0);
}

function assertionHeader(flow: ClientCredentialsPage): Locator {
  return flow.wire.getByRole("group", { name: "Assertion header" });
}
