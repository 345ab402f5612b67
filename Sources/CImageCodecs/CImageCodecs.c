#include "CImageCodecs.h"
typedef int imgds_CImageCodecs_unit;
