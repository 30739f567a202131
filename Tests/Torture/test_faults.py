"""What a build does where it may not write, where there is no room, where another build is, and where the world differs.

    BENCHFOLIO=.build/release/benchfolio python3 -m unittest discover --start-directory Tests/Torture
"""

import fcntl
import itertools
import os
import random
import resource
import shutil
import signal
import subprocess
import tempfile
import threading
import time
import unittest
from pathlib import Path

import trees

PROJECT = Path(__file__).resolve().parents[2]
TOOL = Path(os.environ.get("BENCHFOLIO") or PROJECT / ".build/release/benchfolio").resolve()
NOBODY = 65534


class Fault(unittest.TestCase):
    """A folder with copies of the sample archive and the templates, and builds of it."""

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="benchfolio-faults-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.archive, self.templates, self.site = (self.folder / name for name in ("archive", "templates", "site"))
        shutil.copytree(PROJECT / "Content", self.archive)
        shutil.copytree(PROJECT / "Templates", self.templates)

    def command(self, site=None, options=("--no-cache",)):
        return [str(TOOL), "build", str(self.archive), "--templates", str(self.templates), "--output", str(site or self.site), *options]

    def build(self, site=None, options=("--no-cache",), **ways):
        return subprocess.run(
            self.command(site, options), stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=False, **ways)

    def stopped(self, is_time, **ways):
        """A build that stands still at a moment. One for which that is over by the time it stands is begun again."""
        for _ in range(20):
            process = subprocess.Popen(self.command(), preexec_fn=trees.take_interrupts, **ways)
            while process.poll() is None and not is_time(process):
                time.sleep(0.0002)
            if process.poll() is None:
                process.send_signal(signal.SIGSTOP)
                _, status = os.waitpid(process.pid, os.WUNTRACED)
                if os.WIFSTOPPED(status):
                    if is_time(process) and not (self.site / ".benchfolio").exists():
                        return process
                    process.send_signal(signal.SIGCONT)
            process.communicate()
            shutil.rmtree(self.site, ignore_errors=True)
        return self.fail("no build stood still in time")

    def succeed(self, *arguments, **ways):
        """A build that nothing stands in the way of; the sample archive has one problem on purpose."""
        done = self.build(*arguments, **ways)
        self.assertEqual(done.returncode, 1, done.stderr)
        return done

    def clean(self):
        """The files of an undisturbed build."""
        self.succeed(self.folder / "clean")
        files = trees.contents(self.folder / "clean")
        shutil.rmtree(self.folder / "clean")
        return files

    def edit(self):
        """Changes every page."""
        layout = self.templates / "layout.mustache"
        layout.write_text(layout.read_text(encoding="utf-8").replace("</body>", "<!-- edited --></body>"), encoding="utf-8")

    def assert_failed(self, done, message):
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertIn(message, done.stderr)
        self.assertIn("\n  hint: ", done.stderr)
        self.assertEqual(done.stdout, "")

    def assert_intact(self, before, site=None):
        """All that stood in the site stands there still; what is new is linked from nowhere."""
        after = trees.contents(site or self.site)
        self.assertEqual([path for path in before if before[path] != after.get(path)], [])
        self.assertEqual(trees.temporary(after), [])
        self.assertEqual(trees.broken_links(after), [])

    def assert_completes(self, clean, site=None):
        self.succeed(site)
        self.assertEqual(trees.differences(trees.contents(site or self.site), clean), [])


class NoRoom(Fault):
    def test_a_file_that_may_not_grow_ends_the_build_and_the_old_site_stands(self):
        self.succeed()
        before = trees.contents(self.site)
        self.edit()
        for limit in (0, 2_000, 20_000, 60_000):
            done = self.build(preexec_fn=lambda limit=limit: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
            self.assert_failed(done, "The file cannot be written: File too large.\n  hint: Make room and build again")
            self.assertEqual(done.stderr.count("cannot be written"), 1)
            self.assert_intact(before)
        self.assert_completes(self.clean())

    def test_a_full_disk_ends_the_build_and_the_old_site_stands(self):
        disk = self.folder / "disk"
        disk.mkdir()
        self.succeed()
        before = trees.contents(self.site)
        room = sum(-(-len(file) // 4096) * 4096 for file in before.values())
        mount = ["mount", "-t", "tmpfs", "-o", f"size={int(1.4 * room)}", "none", str(disk)]
        if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode != 0:
            self.skipTest("a small disk can be made by root alone, where the system permits it")
        self.addCleanup(subprocess.run, ["umount", str(disk)], check=True)
        site, ballast = disk / "site", disk / "ballast"
        self.succeed(site)
        self.edit()
        clean = self.clean()
        for part in (1.0, 0.7, 0.4):
            ballast.write_bytes(b"")
            free = os.statvfs(disk).f_bavail * 4096
            ballast.write_bytes(bytes(int(free * part)))
            self.assert_failed(self.build(site), "The file cannot be written: No space left on device.\n  hint: Make room")
            self.assert_intact(before, site)
        # The cache is on the full disk, the site is not.
        ballast.write_bytes(b"")
        ballast.write_bytes(bytes(os.statvfs(disk).f_bavail * 4096))
        self.succeed(None, ["--cache", str(disk / "cache")])
        self.assertEqual(trees.differences(trees.contents(self.site), clean), [])
        self.assertEqual(trees.temporary(trees.contents(disk)), [])


class NoPermission(Fault):
    def setUp(self):
        super().setUp()
        self.ways = {}
        if os.geteuid() == 0:
            if not hasattr(os, "setresuid"):
                self.skipTest("nobody can be told to keep out of a folder as root")
            tool = self.folder / "benchfolio"
            shutil.copy(TOOL, tool)
            self.tool = str(tool)
            self.ways = {"user": NOBODY, "group": NOBODY, "extra_groups": [], "cwd": self.folder}
            for place, folders, files in os.walk(self.folder):
                for name in [".", *folders, *files]:
                    os.chown(Path(place, name), NOBODY, NOBODY)
            if subprocess.run([self.tool, "--version"], capture_output=True, check=False, **self.ways).returncode != 0:
                self.skipTest("the tool cannot be run by nobody here")

    def command(self, site=None, options=("--no-cache",)):
        command = super().command(site, options)
        return [getattr(self, "tool", command[0]), *command[1:]]

    def build(self, site=None, options=("--no-cache",), **ways):
        return super().build(site, options, **self.ways, **ways)

    def test_a_site_that_may_not_be_changed_stays(self):
        self.succeed()
        before = trees.contents(self.site)
        self.edit()
        for folder in (self.site, self.site / "runs" / sorted(os.listdir(self.site / "runs"))[0], self.site / "pages"):
            folder.chmod(0o555)
            done = self.build()
            folder.chmod(0o755)
            self.assert_failed(done, "The file cannot be written: Permission denied.\n  hint: May you write to the folder?")
            self.assert_intact(before)
        self.assert_completes(self.clean())

    def test_a_folder_that_cannot_be_made_is_named(self):
        closed = self.folder / "closed"
        closed.mkdir(mode=0o555)
        self.assert_failed(self.build(closed / "site"), f"{closed}/site: error: No site can be written here: Permission denied.")

    def test_permission_that_is_taken_away_midway_leaves_whole_files(self):
        rng = random.Random(7)
        self.succeed()
        for _ in range(5):
            before = trees.contents(self.site)
            self.edit()
            clean = self.clean()
            process = subprocess.Popen(self.command(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **self.ways)
            time.sleep(rng.uniform(0, 0.4))
            folders = [Path(place) for place, _, _ in os.walk(self.site)]
            for folder in folders:
                folder.chmod(0o555)
            errors = process.communicate()[1].decode()
            for folder in folders:
                folder.chmod(0o755)
            self.assertIn(process.returncode, (1, 2), errors)
            after = trees.contents(self.site)
            torn = [path for path in after if path not in trees.OWN and not path.endswith(".new")
                    and after[path] not in (before.get(path), clean.get(path))]
            self.assertEqual(torn, [])
            self.assert_completes(clean)


class InTheWay(Fault):
    def test_a_file_in_place_of_the_site(self):
        self.site.write_text("mine", encoding="utf-8")
        self.assert_failed(self.build(), f"{self.site}: error: No site can be written here: Not a directory.")
        self.assertEqual(self.site.read_text(encoding="utf-8"), "mine")

    def test_a_file_in_place_of_a_folder_and_a_folder_in_place_of_a_file(self):
        self.succeed()
        shutil.rmtree(self.site / "machines")
        (self.site / "machines").write_text("mine", encoding="utf-8")
        self.assert_failed(self.build(), f"{self.site}/machines: error: A file stands where the site has a folder.")
        (self.site / "machines").unlink()
        (self.site / "index.html").unlink()
        (self.site / "index.html").mkdir()
        self.assert_failed(self.build(), f"{self.site}/index.html: error: The file cannot be written: Is a directory.")
        (self.site / "index.html").rmdir()
        self.assert_completes(self.clean())

    def test_the_folder_may_vanish_while_the_site_is_made(self):
        rng = random.Random(3)
        for _ in range(5):
            process = subprocess.Popen(self.command(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
            time.sleep(rng.uniform(0, 0.3))
            shutil.rmtree(self.site, ignore_errors=True)
            errors = process.communicate()[1].decode()
            self.assertIn(process.returncode, (1, 2), errors)
        self.assert_completes(self.clean())


class TwoBuilds(Fault):
    WAITING = "benchfolio: another build writes to {}; waiting for its end.\n"

    def test_a_build_waits_for_the_other_to_end_and_says_so(self):
        self.succeed()
        lock = os.open(self.site, os.O_RDONLY)
        fcntl.flock(lock, fcntl.LOCK_EX)
        process = subprocess.Popen(self.command(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        line = process.stderr.readline().decode()
        self.assertEqual(line, self.WAITING.format(self.site))
        time.sleep(0.3)
        self.assertIsNone(process.poll())
        os.close(lock)
        process.communicate()
        self.assertEqual(process.returncode, 1)
        self.assertEqual(sorted(path for path in trees.contents(self.site) if "lock" in path), [])

    def test_a_build_that_waits_can_be_interrupted(self):
        self.site.mkdir()
        lock = os.open(self.site, os.O_RDONLY)
        fcntl.flock(lock, fcntl.LOCK_EX)
        process = subprocess.Popen(self.command(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        process.stderr.readline()
        process.terminate()
        self.assertEqual((process.communicate()[1], process.returncode), (b"benchfolio: interrupted.\n", 143))
        os.close(lock)

    def test_a_build_that_was_killed_holds_nobody_up(self):
        process = subprocess.Popen(self.command(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while not self.site.exists() and process.poll() is None:
            time.sleep(0.001)
        process.kill()
        process.wait()
        self.assertNotIn("another build", self.succeed().stderr)

    def test_builds_of_two_archives_never_mix(self):
        other = self.folder / "other"
        shutil.copytree(self.archive, other)
        for path in sorted(other.rglob("*.json"))[::5]:
            path.unlink()
        mine = self.clean()
        self.archive, own = other, self.archive
        theirs = self.clean()
        for _ in range(4):
            commands = []
            for self.archive in (own, other, own):
                commands.append(self.command(options=["--cache", str(self.folder / "cache")]))
            processes = [subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for command in commands]
            self.assertEqual([process.wait() in (0, 1) for process in processes], [True] * 3)
            site = trees.contents(self.site)
            self.assertTrue(site in (mine, theirs), trees.differences(site, mine)[:5])

    def test_builds_share_a_cache(self):
        clean = self.clean()
        for _ in range(3):
            shutil.rmtree(self.folder / "cache", ignore_errors=True)
            sites = [self.folder / f"site-{number}" for number in range(3)]
            options = ["--cache", str(self.folder / "cache")]
            processes = [subprocess.Popen(self.command(site, options), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for site in sites]
            for process, site in zip(processes, sites):
                self.assertEqual(process.wait(), 1)
                self.assertEqual(trees.differences(trees.contents(site), clean), [])
                shutil.rmtree(site)
            self.assertEqual(trees.temporary(trees.contents(self.folder / "cache")), [])
            self.succeed(sites[0], options)
            self.assertEqual(trees.differences(trees.contents(sites[0]), clean), [])
            shutil.rmtree(sites[0])


class Interrupted(Fault):
    WORDS = "benchfolio: interrupted; what was written stands, the next build completes it.\n"

    def interrupted(self, number, errors=subprocess.PIPE):
        """A build that a signal reaches as soon as it has written something."""
        process = self.stopped(lambda _: (self.site / "runs").exists(), stdout=subprocess.DEVNULL, stderr=errors)
        process.send_signal(number)
        process.send_signal(signal.SIGCONT)
        begun = time.monotonic()
        said = process.communicate()[1]
        # A second at most, and the delays of a busy machine.
        self.assertLess(time.monotonic() - begun, 3)
        return process.returncode, said

    def test_a_signal_ends_the_build_at_once_with_a_word(self):
        clean = self.clean()
        for number, status in ((signal.SIGINT, 130), (signal.SIGTERM, 143)):
            self.assertEqual(self.interrupted(number), (status, self.WORDS.encode()))
            self.assertEqual(trees.temporary(trees.contents(self.site)), [])
            self.assert_completes(clean)
            shutil.rmtree(self.site)

    def test_the_line_of_a_terminal_is_cleared_first(self):
        reading, writing = os.openpty()
        status, _ = self.interrupted(signal.SIGINT, writing)
        os.close(writing)
        self.assertEqual(status, 130)
        self.assertTrue(os.read(reading, 10_000).decode().replace("\r\n", "\n").endswith(f"\r\x1b[K{self.WORDS}"))
        os.close(reading)

    def test_a_signal_that_is_ignored_stays_so(self):
        process = subprocess.Popen(
            self.command(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN))
        while process.poll() is None and not (self.site / "runs").exists():
            time.sleep(0.001)
        process.send_signal(signal.SIGINT)
        self.assertEqual(process.wait(), 1)


class ChangingArchive(Fault):
    def test_a_run_that_is_replaced_cut_or_removed_meanwhile_is_named_or_found_by_the_next_build(self):
        path = sorted(self.archive.rglob("*.json"))[3]
        whole, clean = path.read_bytes(), self.clean()
        done = threading.Event()

        def change():
            for step in itertools.cycle(range(4)):
                if done.is_set():
                    return
                if step == 0:
                    path.write_bytes(whole[: len(whole) // 2])
                elif step == 1:
                    path.unlink()
                elif step == 2:
                    path.with_suffix(".part").write_bytes(whole)
                    path.with_suffix(".part").rename(path)
                else:
                    path.write_bytes(whole)
                time.sleep(0.003)

        options = ["--cache", str(self.folder / "cache")]
        name = path.relative_to(self.archive).as_posix()
        for _ in range(6):
            done.clear()
            changer = threading.Thread(target=change)
            changer.start()
            result = self.build(options=options)
            done.set()
            changer.join()
            self.assertEqual(result.returncode, 1, result.stderr)
            site = trees.contents(self.site)
            if trees.differences(site, clean):
                stem = path.stem.removeprefix("bm-")
                is_left_out = not any(page.startswith(f"runs/{stem}/") for page in site)
                self.assertTrue(is_left_out or name in result.stderr, result.stderr)
            path.write_bytes(whole)
            self.succeed(options=options)
            self.assertEqual(trees.differences(trees.contents(self.site), clean), [])


    def changes(self):
        """Files that all pages depend on, with a change of each."""
        pages = self.archive / "pages"
        return {
            self.templates / "layout.mustache": lambda text: text.replace("</body>", "<!-- other --></body>"),
            pages / "method.md": lambda text: text + "\nother\n",
            self.archive / "site.toml": lambda text: text + "\n# other\n",
            self.templates / "assets/icon.svg": lambda text: text + "<!-- other -->",
        }

    def test_what_all_pages_depend_on_is_of_one_moment_also_where_it_is_put_back(self):
        clean = self.clean()
        options = ["--cache", str(self.folder / "cache")]
        for (path, change), delay in itertools.product(self.changes().items(), (0.005, 0.02, 0.05, 0.1, 0.2)):
            shutil.rmtree(self.site, ignore_errors=True)
            before = path.read_text(encoding="utf-8")
            process = subprocess.Popen(
                self.command(options=[*options, "--jobs", "1"]), stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")
            time.sleep(delay)
            path.write_text(change(before), encoding="utf-8")
            _, errors = process.communicate()
            path.write_text(before, encoding="utf-8")
            if process.returncode == 2:
                self.assert_named(path, errors)
            self.succeed(options=options)
            self.assertEqual(trees.differences(trees.contents(self.site), clean), [], f"{path} after {delay} s")

    @unittest.skipUnless(Path("/proc/self/fd").is_dir(), "which files a process has open is read from /proc")
    def test_what_all_pages_depend_on_is_named_where_it_changes_while_the_archive_is_read(self):
        large = sorted(self.archive.resolve().rglob("*.json"))[3]
        large.write_bytes(large.read_bytes() + b" " * 100_000_000)
        for path, change in self.changes().items():
            before = path.read_text(encoding="utf-8")
            process = self.stopped(
                lambda build: is_open(large, build), stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")
            path.write_text(change(before), encoding="utf-8")
            process.send_signal(signal.SIGCONT)
            _, errors = process.communicate()
            self.assertEqual(process.returncode, 2, errors)
            self.assert_named(path, errors)
            path.write_text(before, encoding="utf-8")
        self.succeed()

    def assert_named(self, path, errors):
        self.assertIn(f"{path.name}: error: The file was changed while the archive was read, so nothing was written.\n", errors)
        self.assertEqual(list(self.site.rglob("*")), [])


def is_open(path, process):
    """Whether a process has a file open; not, where it has ended meanwhile."""
    for link in Path(f"/proc/{process.pid}/fd").glob("*"):
        try:
            if link.readlink() == path:
                return True
        except OSError:
            continue
    return False


class TheSameBytes(Fault):
    def test_nothing_around_a_build_shows_in_the_site(self):
        clean = self.clean()
        self.succeed()
        permissions = trees.modes(self.site)
        self.assertEqual({mode[-3:] for mode in permissions.values()}, {"644", "755"})
        memory = Path("/dev/shm") if os.access("/dev/shm", os.W_OK) else None
        elsewhere = Path(tempfile.mkdtemp(prefix="benchfolio faults-", dir=memory))
        self.addCleanup(shutil.rmtree, elsewhere)
        shuffled = elsewhere / "an archive"
        paths = [path for path in self.archive.rglob("*") if path.is_file()]
        for path in random.Random(1).sample(paths, len(paths)):
            place = shuffled / path.relative_to(self.archive)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place)
        near = self.archive
        worlds = [
            (["--jobs", "1"], {"TZ": "Pacific/Kiritimati", "LANG": "C", "LC_ALL": "C"}, 0o022, near, None),
            (["--jobs", "2"], {"TZ": "America/St_Johns", "LC_ALL": "tr_TR.UTF-8"}, 0o077, shuffled, "/"),
            (["--jobs", "7"], {"TZ": "UTC", "LANG": "de_DE.UTF-8", "LC_ALL": ""}, 0o000, shuffled, str(elsewhere)),
            (["--no-cache"], {"HOME": str(elsewhere / "home"), "SOURCE_DATE_EPOCH": "1"}, 0o027, near, None),
            (["--no-cache", "--jobs", "3"], {"HOME": "", "USER": "", "LC_ALL": "ar_EG.UTF-8"}, 0o002, shuffled, "/"),
        ]
        for number, (options, environment, mask, self.archive, folder) in enumerate(worlds):
            if "--no-cache" not in options:
                options = [*options, "--cache", str(elsewhere / f"cache-{number % 2}")]
            site = elsewhere / f"site {number}"
            ways = {"env": {**os.environ, **environment}, "umask": mask, "cwd": folder}
            for _ in range(2):
                self.succeed(site, options, **ways)
                self.assertEqual(trees.differences(trees.contents(site), clean), [], environment)
                self.assertEqual(trees.modes(site), permissions, environment)

    def test_a_site_that_grew_is_the_one_that_was_made_at_once(self):
        clean = self.clean()
        options = ["--cache", str(self.folder / "cache")]
        away = self.folder / "away"
        away.mkdir()
        paths = sorted(self.archive.rglob("*.json"))[::3]
        for number, path in enumerate(paths):
            path.rename(away / str(number))
        self.build(options=options)
        for number, path in enumerate(paths):
            (away / str(number)).rename(path)
            if number % 4 == 0:
                self.build(options=options)
        self.succeed(options=options)
        self.assertEqual(trees.differences(trees.contents(self.site), clean), [])


if __name__ == "__main__":
    unittest.main()
