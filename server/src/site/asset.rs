//! One file, with its compressed twins.

use std::{ffi::OsString, fs, io, path::Path};

use axum::{
    body::Body,
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use http::{HeaderMap, HeaderValue, header};

use super::encoding::{self, Encoding};

/// The files of a build never change under their address.
const IMMUTABLE: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
/// The others have one address for every build.
const CHANGING: HeaderValue = HeaderValue::from_static("public, max-age=3600");

/// A file in every form in which it can be sent.
#[derive(Debug)]
pub(crate) struct Asset {
    media_type: HeaderValue,
    immutable: bool,
    plain: Bytes,
    brotli: Option<Bytes>,
    gzip: Option<Bytes>,
}

/// Whether the path is a compressed twin, which has no address of its own.
pub(super) fn is_twin(path: &str) -> bool {
    [Encoding::Brotli, Encoding::Gzip].iter().any(|encoding| path.ends_with(encoding.suffix()))
}

impl Asset {
    pub(super) fn read(path: &Path, immutable: bool) -> io::Result<Self> {
        let media_type = mime_guess::from_path(path).first_or_octet_stream();
        let text = media_type.type_() == "text" && media_type.get_param("charset").is_none();
        let media_type = if text { format!("{media_type}; charset=utf-8") } else { media_type.to_string() };
        Ok(Self {
            media_type: HeaderValue::try_from(media_type).map_err(io::Error::other)?,
            immutable,
            plain: fs::read(path)?.into(),
            brotli: twin(path, Encoding::Brotli)?,
            gzip: twin(path, Encoding::Gzip)?,
        })
    }

    /// The response, in the smallest form the client takes.
    pub(crate) fn response(&self, headers: &HeaderMap) -> Response {
        let (encoding, content) = self.smallest(headers);
        let mut response = Body::from(content).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, self.media_type.clone());
        headers.insert(header::CACHE_CONTROL, if self.immutable { IMMUTABLE } else { CHANGING });
        if self.brotli.is_some() || self.gzip.is_some() {
            headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        }
        if let Some(encoding) = encoding {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding.name()));
        }
        response
    }

    fn smallest(&self, headers: &HeaderMap) -> (Option<Encoding>, Bytes) {
        let twins = [(Encoding::Brotli, &self.brotli), (Encoding::Gzip, &self.gzip)];
        let taken = twins.into_iter().find_map(|(encoding, twin)| {
            let content = twin.clone()?;
            encoding::accepts(headers, encoding).then_some((Some(encoding), content))
        });
        taken.unwrap_or_else(|| (None, self.plain.clone()))
    }
}

fn twin(path: &Path, encoding: Encoding) -> io::Result<Option<Bytes>> {
    let mut name = OsString::from(path);
    name.push(encoding.suffix());
    match fs::read(name) {
        Ok(content) => Ok(Some(content.into())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}
