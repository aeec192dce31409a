package dev.akin.base;

/// Mixes the bits of a number, so that similar numbers are spread evenly: the last step of the
/// random generator SplitMix64 (Steele, Lea and Flood, OOPSLA 2014), which the JDK does not expose.
public final class SplitMix64 {
  private SplitMix64() {}

  /// The mixed bits; different for different numbers.
  public static long mix(long bits) {
    long mixed = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
