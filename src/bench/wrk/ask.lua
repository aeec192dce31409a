-- Sends the lines of a file, each once and then from the beginning again: paths, or bodies of JSON.
-- Usage: wrk … -s ask.lua URL -- FILE get|post THREADS
-- Ends with a line for programs: answers, seconds, p50, p99 (ms), other than 2xx, socket errors,
-- answers with 429, those of them with Retry-After.

local count = 0
local threads = {}

function setup(thread)
  thread:set("at", count)
  count = count + 1
  table.insert(threads, thread)
end

function init(args)
  lines = {}
  for line in io.lines(args[1]) do
    lines[#lines + 1] = line
  end
  step = tonumber(args[3])
  busy = 0
  told = 0
  if args[2] == "post" then
    wrk.method = "POST"
    wrk.headers["Content-Type"] = "application/json"
    response = function(status, headers)
      if status == 429 then
        busy = busy + 1
        if headers["Retry-After"] then
          told = told + 1
        end
      end
    end
  end
end

function request()
  local line = lines[at % #lines + 1]
  at = at + step
  if wrk.method == "POST" then
    return wrk.format(nil, "/v1/related", nil, line)
  end
  return wrk.format(nil, line)
end

function done(summary, latency)
  local busy, told = 0, 0
  for _, thread in ipairs(threads) do
    busy = busy + thread:get("busy")
    told = told + thread:get("told")
  end
  local errors = summary.errors
  io.write(string.format("akin %d %.3f %.3f %.3f %d %d %d %d\n",
    summary.requests, summary.duration / 1e6,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    errors.status, errors.connect + errors.read + errors.write + errors.timeout, busy, told))
end
