//! The document around the app: what the server sends before anything runs.

use leptos::{nonce::use_nonce, prelude::*};
use leptos_meta::MetaTags;

use crate::{app::App, theme, ui::IconSprite};

/// Where the built files of this page lie. The server provides it as context; without it the page is sent as it
/// stands, readable but not interactive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assets {
    /// The build hash: files lie under `/pkg/<hash>/` and never change there.
    pub hash: String,
}

impl Assets {
    fn url(&self, file: &str) -> String {
        ["/pkg/", &self.hash, "/", file].concat()
    }
}

/// The whole document.
pub fn shell() -> impl IntoView {
    view! {
        <!DOCTYPE html>
        <html lang="en">
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="description" content=DESCRIPTION/>
                <link rel="icon" href="/favicon.ico" sizes="32x32"/>
                <link rel="icon" href="/favicon.svg" type="image/svg+xml"/>
                <script nonce=use_nonce()>{theme_script()}</script>
                {use_context::<Assets>().map(|assets| view! { <AssetLinks assets/> })}
                <MetaTags/>
            </head>
            <body>
                <App/>
                <IconSprite/>
                <noscript>
                    <p class="alert tone-warn">
                        "Building and sending requests needs JavaScript. This page can be read without it."
                    </p>
                </noscript>
            </body>
        </html>
    }
}

/// The first words on every page are set in it.
const FONT: &str = "fonts/geist-latin-wght-normal.woff2";
const DESCRIPTION: &str =
    "Walk through machine-to-machine OAuth step by step and see the exact bytes on the wire.";

/// Style sheet, first font and module, in the order in which a browser needs them.
#[component]
fn AssetLinks(assets: Assets) -> impl IntoView {
    let script = assets.url("app.js");
    let module = assets.url("app_bg.wasm");
    let start = hydration_script(&script, &module);
    view! {
        <link rel="stylesheet" href=assets.url("app.css")/>
        <link rel="preload" r#as="font" type="font/woff2" crossorigin="anonymous" href=assets.url(FONT)/>
        <link rel="modulepreload" href=script nonce=use_nonce()/>
        <link rel="preload" r#as="fetch" type="application/wasm" crossorigin="anonymous" href=module/>
        <script type="module" nonce=use_nonce()>{start}</script>
    }
}

/// Sets the kept theme before the first paint, so that nothing flashes.
fn theme_script() -> String {
    [
        "try{let t=JSON.parse(localStorage.getItem('",
        theme::STORAGE_KEY,
        "'));if(t=='light'||t=='dark')document.documentElement.dataset.theme=t}catch{}",
    ]
    .concat()
}

/// Loads the browser's half of the app and gives life to the page.
fn hydration_script(script: &str, module: &str) -> String {
    ["import init,{hydrate} from '", script, "';await init({module_or_path:'", module, "'});hydrate()"]
        .concat()
}
