//! Whether an RSA modulus can be right at all.
//!
//! These are checks on a public number, so they find gross faults only: a modulus with a small factor
//! was damaged or made up, and keys of one broken generator
//! ([CVE-2017-15361](https://nvd.nist.gov/vuln/detail/CVE-2017-15361), "ROCA") have remainders that
//! are powers of 65537, by which they can be factored.

/// Primes up to 167: by these no product of two large primes is divisible.
const SMALL_PRIMES: [u32; 39] = [
    2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103,
    107, 109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167,
];

/// The primes among them for which the powers of 65537 are few, so that hitting one each time is no
/// accident: less than one in a hundred million moduli does.
const TELLING_PRIMES: [u32; 17] = [11, 13, 17, 19, 37, 53, 61, 71, 73, 79, 97, 103, 107, 109, 127, 151, 157];

/// What every key here has as its public exponent.
const GENERATOR: u32 = 65537;

/// Whether the modulus has a small factor.
pub(super) fn has_small_factor(modulus: &[u8]) -> bool {
    SMALL_PRIMES.iter().any(|prime| remainder(modulus, *prime) == 0)
}

/// Whether the modulus has the mark of the ROCA generator.
pub(super) fn has_roca_mark(modulus: &[u8]) -> bool {
    TELLING_PRIMES.iter().all(|prime| is_power(remainder(modulus, *prime), *prime))
}

fn remainder(number: &[u8], prime: u32) -> u32 {
    number.iter().fold(0, |rest, byte| (rest * 256 + u32::from(*byte)) % prime)
}

/// Whether `value` is a power of the generator modulo `prime`.
fn is_power(value: u32, prime: u32) -> bool {
    let mut power = 1;
    for _ in 0..prime {
        if power == value {
            return true;
        }
        power = power * (GENERATOR % prime) % prime;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two primes from `openssl prime -generate -bits 64`.
    const PRODUCT: [u8; 16] = (16_263_447_258_664_378_603_u128 * 7_900_841_788_834_815_619).to_be_bytes();

    #[test]
    fn a_product_of_two_large_primes_passes() {
        assert!(!has_small_factor(&PRODUCT));
        assert!(!has_roca_mark(&PRODUCT));
    }

    #[test]
    fn an_even_number_and_a_multiple_of_a_small_prime_do_not() {
        assert!(has_small_factor(&[1, 0]));
        assert!(has_small_factor(&(163_u64 * 1_000_003).to_be_bytes()));
    }

    #[test]
    fn a_power_of_the_generator_has_the_mark() {
        assert!(has_roca_mark(&(65537_u64 * 65537 * 65537).to_be_bytes()));
    }
}
