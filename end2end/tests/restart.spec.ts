import { ClientCredentialsPage } from "../fixtures/client-credentials-page";
import { OwnServer } from "../fixtures/own-server";
import { QuietBrowser } from "../fixtures/quiet-browser";
import { expect, test } from "../fixtures/test";

test(
  "a server that goes away is told, nothing typed is lost, and it goes on when the server is back",
  { tag: "@once" },
  async ({ browser }) => {
    const server = await OwnServer.start();
    const context = await browser.newContext({ baseURL: server.url, reducedMotion: "reduce" });
    const quiet = new QuietBrowser(server.url);
    quiet.expectLine(/^Failed to load resource: net::ERR_(CONNECTION_REFUSED|EMPTY_RESPONSE|CONNECTION_RESET)/);
    quiet.watch(context);
    const flow = new ClientCredentialsPage(await context.newPage());
    await flow.open();
    await flow.server("PingOne").check();
    await flow.field("Environment ID").fill("00000000-0000-4000-8000-000000000000");
    await flow.field("Client ID").fill("typed before the server went away");
    await flow.field("Client secret").fill("entered before the server went away");

    await server.kill();
    await flow.field("Audience").fill("typed after the server went away");
    await expect(flow.main.getByText(/^Not saved\. The server does not answer\./)).toBeVisible();
    await flow.goOn();
    await flow.requestToken.click();
    await expect(flow.refusal).toContainText("No answer from this server");
    await expect(flow.refusal).toContainText("Check that it is still running");
    await expect(flow.refusal).toContainText("Nothing you entered is lost.");
    await flow.page.goBack();
    await expect(flow.field("Client ID")).toHaveValue("typed before the server went away");
    await expect(flow.field("Client secret")).toHaveValue("entered before the server went away");
    await expect(flow.field("Audience")).toHaveValue("typed after the server went away");

    await server.startAgain();
    quiet.expectStatus(502);
    await flow.goOn();
    await flow.requestToken.click();
    await expect(flow.refusal).toContainText("502 provider-unreachable");

    quiet.assertNothingHeard();
    await context.close();
    await server.stop();
  },
);
