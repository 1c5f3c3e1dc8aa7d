import { expect, test } from "../fixtures/test";

test("a key of the sandbox that is pasted as PEM signs the assertion", async ({ flow, api }) => {
  await flow.open();
  const { private_key, key_id } = await api.client("private-key-jwt");
  await flow.sandboxClient.selectOption({ label: "private-key-jwt" });
  await flow.page.getByRole("button", { name: "Paste key" }).click();
  await expect(flow.field("Private key")).toBeFocused();
  await flow.field("Private key").fill(private_key ?? "");
  await expect(flow.main.getByText("Pasted into this page.")).toBeVisible();
  await expect(flow.field("Key ID")).toHaveValue(key_id ?? "");

  await flow.goOn();
  await flow.obtainToken();
});

test("a key that the client does not have is refused", { tag: "@once" }, async ({ flow, api, quiet }) => {
  quiet.expectStatus(401);
  await flow.open();
  const { private_key } = await api.client("retired-key");
  await flow.sandboxClient.selectOption({ label: "private-key-jwt" });
  await flow.page.getByRole("button", { name: "Paste key" }).click();
  await flow.field("Private key").fill(private_key ?? "");
  await flow.goOn();
  await flow.requestToken.click();
  await expect(flow.refusal).toContainText("401 invalid_client");
});

test("what is no key is named, and stays where it was typed", async ({ flow, quiet, page }) => {
  quiet.expectStatus(422);
  await flow.open();
  await flow.sandboxClient.selectOption({ label: "private-key-jwt" });
  await page.getByRole("button", { name: "Paste key" }).click();
  await flow.field("Private key").fill("-----BEGIN PRIVATE KEY-----\nnot a key\n-----END PRIVATE KEY-----");
  await flow.goOn();
  await flow.requestToken.click();
  await expect(flow.refusal).toContainText("422 invalid-input");
  await expect(flow.refusal.getByRole("listitem")).toContainText("Private key: ");

  await page.goBack();
  await expect(flow.field("Private key")).toHaveValue(/not a key/);
});

test("a secret is hidden while it is typed, unless the person wants to see it", { tag: "@once" }, async ({ flow, page }) => {
  await flow.open();
  const secret = flow.field("Client secret");
  await secret.fill("a secret somebody types");
  const hidden = () => secret.evaluate((input) => getComputedStyle(input).getPropertyValue("-webkit-text-security"));
  expect(await hidden()).toBe("disc");
  await page.getByRole("button", { name: "Show secret" }).click();
  expect(await hidden()).toBe("none");
  await page.getByRole("button", { name: "Hide secret" }).click();
  expect(await hidden()).toBe("disc");
});

test("a secret entered for one server does not go to another", { tag: "@once" }, async ({ flow }) => {
  await flow.open();
  await flow.server("PingOne").check();
  await flow.field("Client secret").fill("meant for PingOne");
  await flow.server("Sandbox").check();
  await expect(flow.field("Client secret")).toHaveValue("");
  await flow.server("PingOne").check();
  await expect(flow.field("Client secret")).toHaveValue("meant for PingOne");
});
