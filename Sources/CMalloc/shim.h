// How the C library's heap grows and shrinks, which Swift's own module of it leaves out.
#include <malloc.h>
