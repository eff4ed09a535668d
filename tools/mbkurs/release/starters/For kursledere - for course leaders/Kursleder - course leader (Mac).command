#!/bin/sh
exec sh "$(dirname "$0")/../Start MB-kurset (Linux).sh" leader
