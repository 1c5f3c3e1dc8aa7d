import { clipboardText } from "../fixtures/clipboard";
import { messageOf, withoutLength } from "../fixtures/message";
import { expect, test } from "../fixtures/test";

test("the message follows every keystroke", async ({ flow, page }) => {
  await flow.open();
  const message = flow.hop("server-provider");
  await expect(flow.wire.getByText("Will be sent")).toBeVisible();

  await flow.field("Audience").pressSequentially("https://a");
  await expect(message).toContainText("&audience=https%3A%2F%2Fa");
  await flow.field("Resource").pressSequentially("urn:b");
  await expect(message).toContainText("&resource=urn%3Ab");
  await page.getByRole("button", { name: "Remove orders:write" }).click();
  await expect(message).toContainText("scope=orders%3Aread\n");
  await flow.method("client_secret_post").check();
  await expect(message).toContainText("client_secret=‹client_secret›");
});

test("what is missing for a message is named instead", { tag: "@once" }, async ({ flow }) => {
  await flow.open();
  await flow.field("Client ID").fill("");
  await expect(flow.wire).toContainText("The message appears here once these are valid: Client ID");
  await expect(flow.hop("server-provider")).toHaveCount(0);
});

test("the tabs are one stop of the keyboard, and arrow keys move between them", async ({ flow, keyboard, page }) => {
  await flow.open();
  await keyboard.tabTo(flow.wireTab("HTTP"));
  await page.keyboard.press("ArrowRight");
  await expect(flow.wireTab("curl")).toBeFocused();
  await expect(flow.wireTab("curl")).toHaveAttribute("aria-selected", "true");
  await expect(flow.wire.getByRole("tabpanel", { name: "curl" })).toContainText("curl ");

  await page.keyboard.press("ArrowRight");
  await expect(flow.wireTab("HTTP")).toBeFocused();
  await page.keyboard.press("End");
  await expect(flow.wireTab("curl")).toBeFocused();
  await page.keyboard.press("Home");
  await expect(flow.wireTab("HTTP")).toBeFocused();
  await expect(flow.wire.getByRole("tabpanel", { name: "HTTP" })).toContainText("POST /sandbox/");
});

for (const client of ["basic", "post", "secret-jwt", "private-key-jwt"]) {
  test(
    `what is shown before ${client} asks is what the call log says was sent`,
    { tag: "@once" },
    async ({ flow, api }) => {
      await flow.open();
      await flow.sandboxClient.selectOption({ label: client });
      await flow.goOn();
      const shown = (await flow.hop("server-provider").textContent())?.trimEnd() ?? "";
      await flow.obtainToken();

      const sent = messageOf((await api.latestCall()).request);
      expect((await flow.hop("server-provider").textContent())?.trimEnd()).toBe(sent);
      // Before a secret is filled in, nobody knows how long the message will be.
      expect(withoutLength(shown)).toBe(withoutLength(sent));
    },
  );
}

test("the message can be copied in both forms, and a secret is a label in each", async ({ flow, page, context }) => {
  await context.grantPermissions(["clipboard-write"]);
  await flow.open();
  await flow.sandboxClient.selectOption({ label: "post" });
  await flow.field("Client secret").fill("entered-in-this-page");

  await page.getByRole("button", { name: "Copy message" }).click();
  await expect(flow.announcement).toHaveText("Copied.");
  expect(await clipboardText(page)).toContain("client_secret=‹client_secret›");

  await flow.wireTab("curl").click();
  await page.getByRole("button", { name: "Copy message" }).click();
  await expect(flow.announcement).toHaveText("Copied.\u00a0");
  const script = await clipboardText(page);
  expect(script).toContain("curl ");
  expect(script).not.toContain("entered-in-this-page");
});
