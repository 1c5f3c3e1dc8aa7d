import { defineConfig } from "@playwright/test";

/** Any running server: `BASE_URL=http://127.0.0.1:3000 npx playwright test`. */
const baseURL = process.env.BASE_URL ?? "http://127.0.0.1:3000";

/** A test browser talks to the server under test and to nobody else. */
const args = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-gpu",
  "--disable-quic",
  "--disable-sync",
  "--no-first-run",
];

export default defineConfig({
  testDir: "tests",
  fullyParallel: true,
  workers: 2,
  // A retry would hide a fault.
  retries: 0,
  forbidOnly: true,
  timeout: 30_000,
  expect: { timeout: 5_000 },
  reporter: [
    ["list"],
    ["json", { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? "test-results/report.json" }],
  ],
  use: {
    baseURL,
    contextOptions: { reducedMotion: "reduce" },
    launchOptions: { executablePath: process.env.PLAYWRIGHT_CHROMIUM || undefined, args },
    // A recording could hold a secret that was typed.
    trace: "off",
    screenshot: "off",
    video: "off",
  },
  projects: [
    { name: "desktop", use: { viewport: { width: 1440, height: 900 } } },
    // What does not depend on the size of the screen is asked once.
    { name: "mobile", grepInvert: /@once/, use: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } },
  ],
});
