package dev.akin.cli.process;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.IntConsumer;

/// Hears signals of the system by the JDK's own `sun.misc.Signal`, by reflection, since the
/// compiler warns of it and cannot be told not to.
///
/// A shutdown hook would not do: hooks run side by side, and ONNX Runtime has one that frees what
/// the model needs, while the last requests still run on it. That ends the process with a crash.
final class Signals {
  private Signals() {}

  /// Hands the number of a signal to `heard`, on a thread of its own, instead of ending the
  /// process. Where a Java has no such signals nothing changes.
  ///
  /// @param name such as `TERM`
  static void hear(String name, IntConsumer heard) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object listener =
          Proxy.newProxyInstance(
              Signals.class.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                if (method.getName().equals("handle")) {
                  heard.accept((int) signal.getMethod("getNumber").invoke(arguments[0]));
                }
                return null;
              });
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), listener);
    } catch (InvocationTargetException e) {
      // The JVM keeps this signal for itself, or the system does not have it.
      if (!(e.getCause() instanceof IllegalArgumentException)) {
        throw new IllegalStateException("signal " + name, e);
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("signal " + name, e);
    }
  }
}
