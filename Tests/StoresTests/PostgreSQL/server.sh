#!/bin/sh
# A PostgreSQL server for tests alone: on a socket in the folder DIR, without the network.
#   server.sh start DIR    makes and starts it; exit status 3 if PostgreSQL is not installed
#   server.sh watch DIR    stops it, and removes the folder, when standard input ends
set -eu
directory=$2
programs=$(ls -d /usr/lib/postgresql/*/bin /usr/pgsql-*/bin 2>/dev/null | sort -V | tail -n 1)
if test -z "$programs"; then
  command -v postgres >/dev/null || exit 3
  programs=$(dirname "$(command -v postgres)")
fi

# PostgreSQL refuses to run as root.
unprivileged() {
  if test "$(id -u)" -eq 0; then
    user=$(id -un postgres 2>/dev/null || echo nobody)
    setpriv --reuid="$user" --regid="$(id -g "$user")" --clear-groups -- "$@"
  else
    "$@"
  fi
}

case $1 in
start)
  chmod 711 "$directory"
  mkdir "$directory/run"
  if test "$(id -u)" -eq 0; then
    chown "$(id -un postgres 2>/dev/null || echo nobody)" "$directory/run"
  fi
  cd "$directory/run"
  unprivileged "$programs/initdb" --pgdata=data --username=owner --auth=trust --encoding=UTF8 \
    --locale=C --no-sync
  # Nobody else may connect, as no password is asked for. Tests kill processes, not the machine, so
  # nothing has to be on the disk.
  unprivileged "$programs/pg_ctl" start --wait --pgdata=data --log=log --options="-k '$PWD' \
    -c listen_addresses= -c unix_socket_permissions=0700 -c fsync=off -c max_connections=300 \
    -c shared_buffers=64MB"
  ;;
watch)
  cat >/dev/null
  cd "$directory/run"
  unprivileged "$programs/pg_ctl" stop --mode=immediate --pgdata=data
  cd /
  rm -rf "$directory"
  ;;
esac
