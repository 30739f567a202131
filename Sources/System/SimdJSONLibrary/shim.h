/* simdjson.h is C++: CSimdJSON includes it itself. */
