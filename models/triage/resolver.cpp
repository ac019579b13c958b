#include "lowering.h"
#include "normalisedrecord.h"
#include "summary.h"
