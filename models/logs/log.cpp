#include "format.h"
#include "rowfilter.h"
#include "rowsort.h"
#include "source.h"
