# Sourced by the scripts that look at the real window. Every wait is a poll with an end.
# shellcheck shell=bash

# window_of PID: prints the window of this process as soon as it is on the screen. Fails when the
# process ends first, or after a minute.
window_of() {
	local tries window
	for ((tries = 300; tries > 0; tries--)); do
		window=$(xdotool search --onlyvisible --pid "$1" 2>/dev/null | tail -n 1)
		if [ -n "$window" ]; then
			echo "$window"
			return
		fi
		kill -0 "$1" 2>/dev/null || return 1
		sleep 0.2
	done
	return 1
}

# window_picture WINDOW FILE: pictures the window into FILE (PNG) once it is painted and at rest. A
# window without its content is a handful of colours; at rest means two pictures running are the
# same. A blinking caret never rests, so after a while a painted picture is good enough.
window_picture() {
	local tries colours now before=
	for ((tries = 100; tries > 0; tries--)); do
		import -silent -window "$1" "$2" || return 1
		read -r colours now < <(identify -format '%k %#\n' "$2")
		if ((colours >= 64)) && { [ "$now" = "$before" ] || ((tries < 60)); }; then
			return
		fi
		before=$now
		sleep 0.3
	done
	return 1
}

# window_close WINDOW PID: closes it as a person does, and waits until the process has saved and ended
# by itself. Ends with the exit code of the process, or 1 when it is still there after half a minute.
window_close() {
	local tries
	xdotool windowfocus --sync "$1" key --clearmodifiers alt+F4
	for ((tries = 150; tries > 0; tries--)); do
		if ! kill -0 "$2" 2>/dev/null; then
			wait "$2"
			return
		fi
		sleep 0.2
	done
	kill "$2"
	return 1
}
