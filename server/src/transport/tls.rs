//! What a refused TLS connection means.

use rustls::{AlertDescription, CertificateError, Error};

/// One sentence with the way out.
pub(super) fn sentence(host: &str, error: &Error) -> String {
    match error {
        Error::InvalidCertificate(fault) => certificate(host, fault),
        Error::AlertReceived(AlertDescription::ProtocolVersion) | Error::PeerIncompatible(_) => {
            format!("{host} offers no TLS version or cipher that is safe enough; it needs TLS 1.2 or newer.")
        }
        Error::InvalidMessage(_) => {
            format!("{host} does not speak TLS on this port. Check the port, or whether it is plain http.")
        }
        Error::AlertReceived(alert) => {
            format!("{host} ended the TLS handshake ({alert:?}). Ask who runs it.")
        }
        _ => {
            format!("No trusted TLS connection to {host} could be made. Check the host and its certificate.")
        }
    }
}

fn certificate(host: &str, fault: &CertificateError) -> String {
    match fault {
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => {
            format!("The certificate of {host} has expired. It has to be renewed there.")
        }
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
            format!("The certificate of {host} is not valid yet. Check the clock of this machine.")
        }
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
            format!("The certificate of {host} is for another name. Use the name it was issued for.")
        }
        CertificateError::UnknownIssuer => format!(
            "The certificate of {host} is signed by an authority this machine does not trust. Install that authority's certificate on this machine, or use another host."
        ),
        CertificateError::Revoked => format!("The certificate of {host} was revoked. Ask who runs it."),
        _ => format!(
            "The certificate of {host} cannot be accepted: it is self-signed, damaged or meant for something else. Use one that a trusted authority issued for a server."
        ),
    }
}
