#include "CDigest.h"
typedef int imgds_CDigest_unit;
