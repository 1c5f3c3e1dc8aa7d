import type { Page } from "@playwright/test";
import { HostileProvider, unsignedJwt } from "../fixtures/hostile-provider";
import { HOSTILE_TEXTS } from "../fixtures/hostile-texts";
import { expect, test } from "../fixtures/test";

test(
  "what a person types is text: live, in both forms of the message, and after a reload",
  { tag: "@once" },
  async ({ flow, page }) => {
    test.slow();
    await flow.open();
    for (const text of HOSTILE_TEXTS.filter((text) => !/[\u2028\u2029]/.test(text))) {
      for (const field of ["Client ID", "Audience", "Add scope", "Client secret"]) await flow.field(field).fill(text);
      await flow.wireTab("curl").click();
      await expect(flow.wire.getByRole("tabpanel")).toContainText("curl ");
      await flow.wireTab("HTTP").click();
      await flow.field("Resource").fill(text);
      await expect(flow.wire).toContainText(/once these are valid: Resource|&resource=/);
      await flow.field("Resource").fill("");
      await page.reload();
      await flow.ready();
      await expect(flow.field("Client ID")).toHaveValue(text);
      await expect(flow.field("Audience")).toHaveValue(text);
      await expectUnbroken(page);
    }
  },
);

test("what a provider writes into a refusal is text", { tag: "@once" }, async ({ flow, page, api, quiet }) => {
  quiet.expectStatus(400);
  await flow.open();
  for (const text of HOSTILE_TEXTS) {
    const body = { error: "invalid_scope", error_description: text, error_uri: text, [text]: text };
    const provider = await HostileProvider.start({ status: 400, body });
    expect((await api.post("/api/token-exchange", provider.request)).status).toBe(400);
    await provider.stop();

    await page.goto("/flows/client-credentials?step=request");
    await flow.ready();
    await expect(flow.refusal).toContainText("400 invalid_scope");
    expect(await flow.refusal.getByRole("paragraph").filter({ hasText: "The server says" }).textContent()).toContain(
      text,
    );
    await flow.refusal.getByText("Raw response").click();
    await expectUnbroken(page);
  }
});

test("what stands in a token is text", { tag: "@once" }, async ({ flow, page, api }) => {
  await flow.open();
  const texts = Object.fromEntries(HOSTILE_TEXTS.map((text, index) => [`${index}${text}`, text]));
  const payload = { ...texts, iss: HOSTILE_TEXTS[0], aud: HOSTILE_TEXTS, scope: HOSTILE_TEXTS[1], nested: texts };
  const token = unsignedJwt({ kid: HOSTILE_TEXTS[0], typ: HOSTILE_TEXTS[1], jku: HOSTILE_TEXTS[6] }, payload);
  const body = { access_token: token, token_type: "Bearer", expires_in: 300, scope: "<b>bold</b>" };
  const provider = await HostileProvider.start({ status: 200, body });
  expect((await api.post("/api/token-exchange", provider.request)).status).toBe(200);
  await provider.stop();

  await page.goto("/flows/client-credentials?step=token");
  await flow.ready();
  await expect(flow.claim("Header", "kid")).toHaveText(JSON.stringify(HOSTILE_TEXTS[0]));
  await expect(flow.claim("Payload", "iss")).toHaveText(JSON.stringify(HOSTILE_TEXTS[0]));
  for (const [index, text] of HOSTILE_TEXTS.entries()) {
    const name = flow
      .table("Payload")
      .getByRole("rowheader")
      .filter({ hasText: new RegExp(`^${index}\\D`) });
    expect(await name.textContent()).toBe(`${index}${text}`);
  }
  await expect(flow.main.getByRole("list", { name: "Granted scopes" }).getByRole("listitem")).toHaveText([
    "<b>bold</b>",
  ]);
  await flow.token.getByRole("button", { name: "Reveal" }).click();
  await expect(flow.announcement).toHaveText(/^Token revealed/);
  await expectUnbroken(page);
});

test(
  "the document has as many scripts with hostile data as with harmless data",
  { tag: "@once" },
  async ({ flow, page, api }) => {
    await flow.open();
    const scripts = async (words: string) => {
      const provider = await HostileProvider.start({
        status: 200,
        body: { access_token: words, token_type: words, scope: words },
      });
      await api.post("/api/token-exchange", provider.request);
      await provider.stop();
      const html = await (await page.request.get("/flows/client-credentials?step=token")).text();
      // The browser's own parser counts, in a document that runs nothing.
      return page.evaluate((html) => new DOMParser().parseFromString(html, "text/html").scripts.length, html);
    };
    const harmless = await scripts("harmless");
    expect(harmless).toBeGreaterThan(0);
    for (const text of HOSTILE_TEXTS) expect(await scripts(text)).toBe(harmless);
  },
);

/** Nothing ran, nothing was built from a text, and no dialog is open. The console is watched by every test. */
async function expectUnbroken(page: Page) {
  expect(await page.evaluate(() => "broken" in window)).toBe(false);
  await expect(page.locator("iframe, [onerror], [onload], [onfocus], a[href^='javascript:'], body > img")).toHaveCount(
    0,
  );
}
