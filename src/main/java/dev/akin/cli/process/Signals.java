package dev.akin.cli.process;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.IntConsumer;

/// Receives signals of the system through the JDK's `sun.misc.Signal`, by reflection, because the
/// compiler warns about this class and the warning cannot be turned off.
///
/// A shutdown hook is not enough: hooks run at the same time, and ONNX Runtime has one that frees
/// the model while the last requests still use it. That ends the process with a crash.
final class Signals {
  private Signals() {}

  /// Passes the number of a signal to `heard`, in a thread of its own, instead of ending the
  /// process. Does nothing on a Java without such signals.
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
