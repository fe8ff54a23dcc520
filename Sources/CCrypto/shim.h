// SHA-256 alone, out of the library's archive: nothing of the rest is linked, loaded or started. The plain functions are asked, since
// OpenSSL's newer ones look for a provider first, which takes longer than the digest.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>
